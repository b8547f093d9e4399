/** Why a request is refused, or reaches a server without its session: one worked-out chain of reasons for each cause. */
import { describe, expect, it } from 'vitest';
import { incidentById } from '../../src/incidents/incidents.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { type Command, LOAD_BALANCER, SESSION_STORE } from '../../src/simulation/cluster.ts';
import type { SetServerState } from '../../src/simulation/commands/set-server-state.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { whyOf } from '../../src/trace/why.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { crash, drop, restart, whenAnswered, whenSent } from '../support/scenario.ts';
import { instruct, logIn, logOut, me, SECOND_US, tokens } from '../support/token-runs.ts';

const refresh: Line = { kind: 'refresh' };
const second = 'client/2 answer 1';

describe('a credential is refused', () => {
  const alter = instruct(
    ['client'],
    { kind: 'tamper', tampering: { kind: 'flip-signature-bit', bit: 3 } },
    whenAnswered('client/1'),
  );

  it('because its client changed it: a token by its signature, a cookie by its seal', () => {
    const token = runWith([logIn, me], { strategy: 'signed-token', servers: 1 }, [alter]);
    expect(reasonsAt(token, second)).toEqual(['was-instructed client', 'token-was-changed client']);
    const cookie = runWith([logIn, me], { strategy: 'sealed-cookie', servers: 1 }, [alter]);
    expect(reasonsAt(cookie, second)).toEqual([
      'was-instructed client',
      'seal-is-broken server-1',
      'is-always-checked server-1',
    ]);
  });

  it('because its client has logged out, and shows none', () => {
    const run = runWith([logIn, logOut, me], { strategy: 'signed-token', servers: 1 });
    expect(reasonsAt(run, 'client/3 answer 1')).toEqual([
      'nothing-was-shown server-1',
      'had-logged-out client',
    ]);
  });

  it('because no refresh tokens are issued', () => {
    const run = runWith([logIn, refresh], { strategy: 'signed-token', servers: 1 });
    expect(reasonsAt(run, second)).toEqual(['no-refresh-tokens server-1']);
  });

  it('because the store that knew its login was emptied, even if it lost nothing in a crash after that', () => {
    const flush = instruct([SESSION_STORE], { kind: 'flush' }, whenAnswered('client/1'));
    const restarted = [
      crash(SESSION_STORE, whenAnswered('client/1', 1_000)),
      restart(SESSION_STORE, whenAnswered('client/1', 2_000)),
    ];
    const changes = {
      strategy: 'signed-token',
      servers: 1,
      tokens: tokens({ refreshLifetimeUs: 60 * SECOND_US }),
      store: { isPersistent: true },
    } as const;
    for (const commands of [[flush], [flush, ...restarted]]) {
      expect(reasonsAt(runWith([logIn, refresh], changes, commands), second)).toEqual([
        'has-no-login-entry session-store',
        'was-emptied session-store',
      ]);
    }
  });
});

describe('a login is over, or never was', () => {
  const granted = tokens({ refreshLifetimeUs: 600 * SECOND_US });
  const signed = { strategy: 'signed-token', servers: 1, tokens: granted } as const;

  it('because its client was away until its token had expired', () => {
    const away = instruct(
      ['client'],
      { kind: 'stay-away', forUs: 700 * SECOND_US },
      whenAnswered('client/1'),
    );
    expect(reasonsAt(runWith([logIn, me], signed, [away]), second)).toEqual([
      'was-instructed client',
      'was-away client',
      'token-expired server-1',
      'is-always-checked server-1',
    ]);
  });

  it('because its client has logged out, and another one has its refresh token', () => {
    const owner = clients([logIn, { kind: 'hand-over', to: 'client-2' }, logOut]);
    const thief = clients([refresh], { arrivesAtUs: 30 * SECOND_US });
    expect(reasonsAt(runWith([], { ...signed, clients: [owner, thief] }), 'client-2/1 answer 1')).toEqual([
      'has-no-login-entry session-store',
      'logout-had-ended-login client',
    ]);
  });

  it('because the replica that is read doesn’t have it yet', () => {
    const store = { replica: { readsFrom: 'replica', copyDelayUs: 600 * SECOND_US } } as const;
    expect(reasonsAt(runWith([logIn, refresh], { ...signed, store }), second)).toEqual([
      'has-no-login-entry session-store-replica',
      'was-behind session-store-replica',
    ]);
  });

  it('because a request shows no refresh token', () => {
    expect(reasonsAt(runWith([refresh], signed), 'client/1 answer 1')).toEqual([
      'shows-no-refresh-token client',
    ]);
  });

  it('because the session has no login', () => {
    const add: Line = { kind: 'add-to-cart', product: 'laptop' };
    expect(reasonsAt(runWith([add, me], { servers: 1 }), second)).toEqual(['has-no-login server-1']);
  });
});

it('a question stays open because its answer was never said', () => {
  const run = runWith([{ kind: 'shop', said: { quantity: 2 } }], { servers: 1 });
  expect(reasonsAt(run, 'client/1 answer 1')).toEqual(['was-not-said server-1']);
});

describe('a server has no key to sign with', () => {
  it('because an operator removed it', () => {
    const remove = instruct(['server-1'], { kind: 'remove-keys' }, whenAnswered('client/1'));
    const run = runWith([logIn, logIn], { strategy: 'signed-token', servers: 1 }, [remove]);
    expect(reasonsAt(run, second)).toEqual(['was-instructed server-1', 'has-no-key server-1']);
  });

  it('because the store with the keys was down when it started', () => {
    const down: Command = { kind: 'crash', node: SESSION_STORE, moment: { atUs: 0 } };
    const keys = { kind: 'in-store', refreshUs: 60 * SECOND_US } as const;
    const run = runWith([logIn], { strategy: 'signed-token', servers: 1, keys }, [down]);
    expect(reasonsAt(run, 'client/1 answer 1')).toEqual(['has-not-read-a-key server-1']);
  });
});

describe('a request reaches a server without its session', () => {
  const setState = (state: SetServerState['state'], request: `client/${number}`) =>
    instruct([LOAD_BALANCER], { kind: 'set-server-state', server: 'server-1', state }, whenAnswered(request));
  const elsewhere = ['has-no-session server-2', 'session-is-on server-1'];

  it('because the cookie that binds its client names another server since', () => {
    const run = runWith([logIn, me, me], { balancing: 'cookie' }, [
      setState('maint', 'client/1'),
      setState('ready', 'client/2'),
    ]);
    expect(reasonsAt(run, 'client/3 answer 1')).toEqual([...elsewhere, 'policy-chose server-2']);
  });

  it.each([
    ['round-robin', 'round-robin'],
    // The cookie that binds the client is that of Server 2.
    ['cookie', 'cookie'],
  ] as const)('and the policy that chose it is named: %s', (balancing, policy) => {
    const moved = [setState('maint', 'client/1'), setState('ready', 'client/2')];
    const run = runWith([logIn, me, me], { servers: 2, balancing }, balancing === 'cookie' ? moved : []);
    const key = balancing === 'cookie' ? 'client/3 answer 1' : second;
    const index = run.steps.findIndex((step) => step.key === key);
    expect(whyOf(run, index).at(-1)).toEqual({ kind: 'policy-chose', node: 'server-2', policy });
  });

  it('because its server was closed to newcomers, and nothing binds the client', () => {
    const run = runWith([logIn, me], { balancing: 'first' }, [setState('drain', 'client/1')]);
    expect(reasonsAt(run, second)).toEqual([...elsewhere, 'was-closed-to-newcomers server-1']);
  });

  it('because the link to its server was cut, so health checks were lost', () => {
    const cut: Command = {
      kind: 'cut',
      between: [LOAD_BALANCER, 'server-1'],
      moment: whenAnswered('client/1'),
    };
    const run = runWith([logIn, me], { balancing: 'first' }, [cut]);
    expect(reasonsAt(run, second)).toEqual([
      ...elsewhere,
      'was-marked-down server-1',
      'message-was-lost server-1',
    ]);
  });

  it('because its server is about to leave, and takes no more requests', () => {
    // Client 2 keeps server 1 at work for six seconds, so that it stays for a while.
    const slow = {
      service: { kind: 'fixed', us: 3 * SECOND_US },
      serverTimeoutUs: 20 * SECOND_US,
      clientTimeoutUs: 20 * SECOND_US,
    } as const;
    const visit: Line = { kind: 'visit' };
    const twice: Line = { kind: 'at-once', lines: [visit, visit] };
    const groups = [clients([logIn, me]), clients([twice], { arrivesAtUs: 6 * SECOND_US })];
    const changes = { clients: groups, timing: slow, capacity: { workers: 1 } };
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenSent('client-2/1', SECOND_US / 2) };
    const run = runWith([], changes, [drain]);
    expect(reasonsAt(run, second)).toEqual([...elsewhere, 'was-draining server-1']);
  });

  it('because a server was added, which moved the addresses of some clients', () => {
    const incident = incidentById('sticky-and-scaling') ?? fail();
    const run = runOf(incident.scenario, incident.commands);
    expect(reasonsAt(run, 'client-3/2 answer 1')).toEqual([...elsewhere, 'addresses-moved server-2']);
  });

  it('because its copy has not been sent yet', () => {
    const replication = { delayUs: 60 * SECOND_US };
    const changes = { strategy: 'replicated', balancing: 'round-robin', servers: 2, replication } as const;
    expect(reasonsAt(runWith([logIn, me], changes), second)).toEqual([
      ...elsewhere,
      'was-not-copied server-1',
      'policy-chose server-2',
    ]);
  });

  it('because its server left with it', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };
    const run = runWith([logIn, me], { balancing: 'first' }, [drain]);
    expect(reasonsAt(run, second)).toEqual([
      'has-no-session server-2',
      'session-was-on server-1',
      'left-with-it server-1',
    ]);
  });

  it('because another client ended it', () => {
    const run = runWith([], {
      servers: 1,
      clients: [
        clients([logIn, { kind: 'hand-over', to: 'client-2' }, logOut]),
        clients([me], { arrivesAtUs: 20 * SECOND_US }),
      ],
    });
    expect(reasonsAt(run, 'client-2/1 answer 1')).toEqual([
      'has-no-session server-1',
      'logout-had-ended-login client',
    ]);
  });
});

describe('a payment is sent again', () => {
  const pay: Line = { kind: 'pay', amountWon: 1_000, hasIdempotencyKey: true };

  it('because the first attempt was lost on its way', () => {
    const run = runWith([], { clients: [clients([pay], { retries: 1 })] }, [
      drop('client', LOAD_BALANCER, whenSent('client/1')),
    ]);
    expect(reasonsAt(run, 'client/1 client>load-balancer 2')).toEqual([
      'message-was-lost load-balancer',
      'was-sent-again client',
      'has-the-same-key client',
    ]);
  });

  it('because its client got an error: the server was down, and nothing was sent to it', () => {
    const run = runWith([], { servers: 1, clients: [clients([pay], { retries: 1 })] }, [
      crash('server-1', whenSent('client/1')),
    ]);
    expect(reasonsAt(run, 'client/1 client>load-balancer 2')).toEqual([
      'was-sent-again client',
      'has-the-same-key client',
    ]);
  });
});

function fail(): never {
  throw new Error('There is no such incident.');
}
