/** Checkers don't report what is right: situations that a checker has misread before. */
import { describe, expect, it } from 'vitest';
import { balancerProfiles } from '../../../src/simulation/balancer.ts';
import {
  type ClusterEvent,
  type Command,
  LOAD_BALANCER,
  SESSION_STORE,
} from '../../../src/simulation/cluster.ts';
import { plainRetries } from '../../../src/simulation/retry-policy.ts';
import { type ClusterScenario, clients } from '../../../src/simulation/scenario.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { Watch } from '../../support/invariants/checker.ts';
import { noLostUpdate } from '../../support/invariants/concurrency.ts';
import { invariantsOf } from '../../support/invariants/invariants.ts';
import { crash, drop, restart, scenario, whenAnswered } from '../../support/scenario.ts';

function problemsIn(given: ClusterScenario, commands: readonly Command[] = []): readonly string[] {
  return simulate(given, commands, new Watch(invariantsOf(given), given)).problems;
}

describe('no invariant reports', () => {
  it('servers that agree on the first key of a store', () => {
    const given = scenario({
      strategy: 'sealed-cookie',
      servers: 3,
      keys: { kind: 'in-store', refreshUs: 300_000 },
    });
    expect(problemsIn(given)).toEqual([]);
  });

  it('a replica that keeps an expired session until its primary removes it', () => {
    const given = scenario({
      strategy: 'shared-store',
      sessions: { idleUs: 3_000_000, absoluteUs: 3_000_000 },
      store: { replica: { copyDelayUs: 0, readsFrom: 'replica' } },
      clients: [
        clients([{ kind: 'log-in', user: 'mina' }]),
        // Comes after its session has expired, and before the primary's next removal, a second after the last one.
        clients([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }], {
          arrivesAtUs: 500_000,
          think: { kind: 'fixed', us: 3_300_000 },
        }),
      ],
    });
    expect(problemsIn(given)).toEqual([]);
  });

  it('a cart that a new access token keeps', () => {
    const given = scenario({
      strategy: 'signed-token',
      tokens: { refreshLifetimeUs: 60_000_000 },
      clients: [
        clients([
          { kind: 'log-in', user: 'mina' },
          { kind: 'shop', said: { product: 'laptop' } },
          { kind: 'refresh' },
          { kind: 'shop', said: { quantity: 1 } },
        ]),
      ],
    });
    expect(problemsIn(given)).toEqual([]);
  });

  it('a client that changes its sealed cookie', () => {
    const given = scenario({
      strategy: 'sealed-cookie',
      clients: [clients([{ kind: 'log-in', user: 'mina' }, { kind: 'me' }])],
    });
    const tamper: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'tamper', tampering: { kind: 'flip-signature-bit', bit: 7 } },
      moment: whenAnswered('client/1'),
    };
    expect(problemsIn(given, [tamper])).toEqual([]);
  });

  it('a refused connection after a response that was too late', () => {
    const given = scenario({
      servers: 3,
      balancing: 'first',
      balancer: {
        ...balancerProfiles.ideal,
        onRefused: 'same-server',
        retriesMax: 1,
        onServerTimeout: 'repeat-idempotent',
        connectTimeoutUs: 1_000,
        checksHealth: false,
      },
      timing: { service: { kind: 'fixed', us: 50_000 }, serverTimeoutUs: 5_000 },
      clients: [clients([{ kind: 'me' }])],
    });
    expect(problemsIn(given, [crash('server-2', { request: 'client/1', at: 'sent', offsetUs: 0 })])).toEqual(
      [],
    );
  });

  it('connections that are closed while others of the same client are answered', () => {
    const given = scenario({
      servers: 1,
      balancer: { ...balancerProfiles.ideal, onServerReset: 'close', checksHealth: false },
      timing: { service: { kind: 'fixed', us: 50_000 } },
      clients: [
        clients([
          { kind: 'me' },
          { kind: 'at-once', lines: [{ kind: 'me' }, { kind: 'me' }, { kind: 'me' }, { kind: 'me' }] },
        ]),
      ],
    });
    const moment = { request: 'client/2', at: 'arrived', offsetUs: 10_000 } as const;
    expect(problemsIn(given, [crash('server-1', moment)])).toEqual([]);
  });

  it('a choice while the browser has not yet heard of a closed connection', () => {
    const latency = { minUs: 10_000, maxUs: 10_000 };
    const given = scenario({
      servers: 2,
      balancing: 'least-connections',
      balancer: { ...balancerProfiles.ideal, onServerReset: 'close', ties: 'first', checksHealth: false },
      network: { internet: latency, cluster: { minUs: 0, maxUs: 0 } },
      clients: [
        clients([{ kind: 'me' }, { kind: 'me' }], { think: { kind: 'fixed', us: 100_000 } }),
        // Comes 5 ms after the other's second request, and before the other hears of its end.
        clients([{ kind: 'me' }], { arrivesAtUs: 127_300 }),
      ],
    });
    const whenSecondArrives = { request: 'client/2', at: 'arrived', offsetUs: 0 } as const;
    expect(problemsIn(given, [crash('server-1', whenSecondArrives)])).toEqual([]);
  });

  it('a client that asks again while its first request waits for another attempt', () => {
    const given = scenario({
      servers: 2,
      balancing: 'first',
      balancer: {
        ...balancerProfiles.ideal,
        onRefused: 'same-server',
        retriesMax: 2,
        onServerTimeout: 'repeat-idempotent',
        connectTimeoutUs: 200_000,
        checksHealth: false,
      },
      timing: { service: { kind: 'fixed', us: 50_000 }, serverTimeoutUs: 5_000, clientTimeoutUs: 60_000 },
      clients: [
        clients([{ kind: 'me' }], {
          retries: 1,
          retryPolicy: { ...plainRetries, delayUs: 100_000, delayMaxUs: 100_000 },
        }),
      ],
    });
    expect(problemsIn(given, [crash('server-2', { request: 'client/1', at: 'sent', offsetUs: 0 })])).toEqual(
      [],
    );
  });

  it('a refusal that the load balancer hears of after its timeout', () => {
    const given = scenario({
      servers: 2,
      balancing: 'first',
      balancer: {
        ...balancerProfiles.ideal,
        onRefused: 'same-server',
        retriesMax: 0,
        onServerTimeout: 'repeat-idempotent',
        connectTimeoutUs: 1_000,
        checksHealth: false,
      },
      network: { ...scenario().network, cluster: { minUs: 2_500, maxUs: 2_600 } },
      timing: { service: { kind: 'fixed', us: 0 }, replyUs: 0, serverTimeoutUs: 5_050 },
      clients: [clients([{ kind: 'me' }, { kind: 'me' }, { kind: 'me' }, { kind: 'me' }])],
    });
    expect(problemsIn(given, [crash('server-1', { request: 'client/1', at: 'sent', offsetUs: 0 })])).toEqual(
      [],
    );
  });

  it('a drain that a frozen load balancer never heard of, because it crashed', () => {
    const given = scenario({
      servers: 2,
      clients: [clients([{ kind: 'me' }, { kind: 'me' }], { think: { kind: 'fixed', us: 100_000 } })],
    });
    const moment = whenAnswered('client/1');
    const commands: Command[] = [
      { kind: 'freeze', node: 'server-1', moment },
      { kind: 'freeze', node: LOAD_BALANCER, moment },
      { kind: 'drain', node: 'server-1', moment },
      crash(LOAD_BALANCER, moment),
      restart(LOAD_BALANCER, moment),
    ];
    expect(problemsIn(given, commands)).toEqual([]);
  });

  it('a request that reached a frozen load balancer before a drain did', () => {
    const given = scenario({
      servers: 2,
      timing: { service: { kind: 'fixed', us: 2_000_000 } },
      clients: [clients([{ kind: 'me' }]), clients([{ kind: 'me' }], { arrivesAtUs: 100_000 })],
    });
    const at = (offsetUs: number) => ({ request: 'client/1', at: 'arrived', offsetUs }) as const;
    const commands: Command[] = [
      { kind: 'freeze', node: LOAD_BALANCER, moment: at(50_000) },
      { kind: 'drain', node: 'server-1', moment: at(300_000) },
      { kind: 'thaw', node: LOAD_BALANCER, moment: at(400_000) },
    ];
    expect(problemsIn(given, commands)).toEqual([]);
  });

  it('a server that publishes a key while it asks for the keys of the store', () => {
    const given = scenario({
      strategy: 'sealed-cookie',
      keys: { kind: 'in-store', refreshUs: 300_000 },
      store: { client: 'waits' },
      clients: [clients([{ kind: 'log-in', user: 'mina' }])],
    });
    const instruction = { kind: 'rotate-key', kid: '2', keepsOld: false } as const;
    expect(
      problemsIn(given, [{ kind: 'instruct', nodes: ['server-1'], instruction, moment: { atUs: 0 } }]),
    ).toEqual([]);
  });

  it('a client that retries at once after its browser has sent the request again', () => {
    const given = scenario({
      servers: 1,
      timing: { service: { kind: 'fixed', us: 5_000_000 }, clientTimeoutUs: 500_000 },
      clients: [
        clients([{ kind: 'visit' }], {
          retries: 1,
          resendsOnReset: true,
          retryPolicy: { ...plainRetries, delayUs: 0, delayMaxUs: 0 },
        }),
      ],
    });
    const at = (offsetUs: number) => ({ request: 'client/1', at: 'arrived', offsetUs }) as const;
    const commands = [crash(LOAD_BALANCER, at(100_000)), restart(LOAD_BALANCER, at(101_000))];
    expect(problemsIn(given, commands)).toEqual([]);
  });

  it('a timeout of a load balancer that was frozen while the reply came', () => {
    const given = scenario({
      servers: 2,
      timing: { service: { kind: 'fixed', us: 2_000_000 }, serverTimeoutUs: 1_000_000 },
      clients: [clients([{ kind: 'me' }])],
    });
    const at = (offsetUs: number) => ({ request: 'client/1', at: 'arrived', offsetUs }) as const;
    const commands: Command[] = [
      { kind: 'freeze', node: LOAD_BALANCER, moment: at(0) },
      { kind: 'thaw', node: LOAD_BALANCER, moment: at(5_000_000) },
    ];
    expect(problemsIn(given, commands)).toEqual([]);
  });
});

describe('the check for lost updates', () => {
  const given = scenario({
    strategy: 'shared-store',
    sessions: { ...scenario().sessions, writes: 'if-unchanged' },
  });
  const key = 'session:1';
  const server = 'server-1';
  const request = 'client/1';

  /** Two reads whose answers arrive in the opposite order, and then a write over what the first answer said. */
  function problemsAfter(attempts: number): readonly string[] {
    const event = (id: number, rest: object) =>
      ({ id, atUs: id, cause: id - 1, background: false, ...rest }) as ClusterEvent;
    const asks = (id: number, exchange: number, body: object) =>
      event(id, {
        kind: 'message-delivered',
        message: { id, from: server, to: SESSION_STORE, role: 'request', exchange, request, body },
      });
    const answers = (id: number, exchange: number, value: string) =>
      event(id, {
        kind: 'message-delivered',
        message: {
          id,
          from: SESSION_STORE,
          to: server,
          role: 'reply',
          exchange,
          request,
          body: { kind: 'store-reply', reply: 'value', value },
        },
      });
    const keeps = (id: number, value: string) =>
      event(id, {
        kind: 'remembered',
        node: SESSION_STORE,
        key,
        durable: false,
        item: { kind: 'store-entry', entry: { key, value, expiresAtUs: 1e9 } },
      });
    const get = { kind: 'store-command', name: 'GET', key };
    const problems: string[] = [];
    const checker = noLostUpdate((what) => problems.push(what), given);
    const begun = Array.from({ length: attempts }, (_, index) =>
      event(index, { kind: 'request-begun', node: server, request, queuedUs: 0 }),
    );
    const events = [
      ...begun,
      keeps(10, 'new'),
      asks(20, 1, get),
      asks(21, 2, get),
      answers(30, 2, 'new'),
      answers(31, 1, 'old'),
      asks(40, 3, { kind: 'store-command', name: 'SET', key, value: 'newest' }),
      keeps(41, 'newest'),
    ];
    for (const each of events) checker.see?.(each);
    return problems;
  }

  it('lets one of two attempts write over what it has read itself', () => {
    expect(problemsAfter(2)).toEqual([]);
  });

  it('reports a single attempt that writes over what it has not read last', () => {
    expect(problemsAfter(1)).toEqual([`client/1 writes over a version of ${key} that it hasn't read`]);
  });

  it('lets a request write to the other store what the reply of the first one did not confirm', () => {
    const lost = scenario({
      strategy: 'shared-store',
      sessions: { ...given.sessions, writes: 'if-unchanged' },
      store: { replica: { copyDelayUs: 500_000, pingIntervalUs: 50_000, pingFailuresMax: 1 } },
      timing: { backendTimeoutUs: 400_000 },
      clients: [
        clients([
          { kind: 'log-in', user: 'mina' },
          { kind: 'add-to-cart', product: 'laptop' },
        ]),
      ],
    });
    const at = (offsetUs: number) => ({ request: 'client/2', at: 'arrived', offsetUs }) as const;
    const commands: Command[] = [
      drop(SESSION_STORE, 'server-1', at(3_600)),
      { kind: 'crash', node: SESSION_STORE, how: 'machine', moment: at(10_000) },
    ];
    expect(problemsIn(lost, commands)).toEqual([]);
  });
});
