/** The causes of losses, in runs whose outcome is known from INCIDENTS of real stores: eviction, failover, split brain. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import {
  type ClusterEvent,
  type Command,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../../../src/simulation/cluster.ts';
import { isLoss, type LossCause } from '../../../src/simulation/losses/loss.ts';
import { LossCounter } from '../../../src/simulation/losses/loss-counter.ts';
import { LossReader } from '../../../src/simulation/losses/loss-reader.ts';
import { clients, clusterScenario } from '../../../src/simulation/scenario.ts';
import type { SessionPolicy } from '../../../src/simulation/session.ts';
import { record } from '../../../src/simulation/simulate.ts';
import type { StrategyId } from '../../../src/simulation/strategies/strategies.ts';
import { crash, restart, scenario, scripted, whenAnswered } from '../../support/scenario.ts';

type Store = NonNullable<Parameters<typeof clusterScenario>[0]['store']>;

const SECOND_US = 1_000_000;
const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const laptop: Line = { kind: 'shop', said: { product: 'laptop' } };
const two: Line = { kind: 'shop', said: { quantity: 2 } };
const three: Line = { kind: 'shop', said: { quantity: 3 } };

const replica = { copyDelayUs: 100_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 };

function inStore(script: readonly Line[], store: Store, commands: readonly Command[] = []) {
  return record(
    clusterScenario({ strategy: 'shared-store', servers: 1, clients: [clients(script)], store }),
    commands,
  );
}

function endsIn(events: readonly ClusterEvent[]): string[] {
  const ends: string[] = [];
  const reader = new LossReader(({ cause, node }) => ends.push(`${cause} ${node}`));
  for (const event of events) reader.follow(event);
  return ends;
}

function lossesIn(events: readonly ClusterEvent[]): string[] {
  return endsIn(events).filter((end) => isLoss(end.split(' ')[0] as LossCause));
}

function sessionsLostIn(events: readonly ClusterEvent[]): number {
  const counter = new LossCounter();
  for (const event of events) counter.follow(event);
  return counter.sessionsLost;
}

const cutStores: Command = {
  kind: 'cut',
  between: [SESSION_STORE, SESSION_STORE_REPLICA],
  moment: whenAnswered('client/1', SECOND_US),
};

describe('a primary that was frozen while its replica took over', () => {
  const toCart: Line = { kind: 'add-to-cart', product: 'laptop' };
  const frozen = (script: readonly Line[], thawAtUs: number) =>
    record(
      clusterScenario({
        strategy: 'shared-store',
        servers: 1,
        clients: [clients(script, { think: { kind: 'fixed', us: 3 * SECOND_US } })],
        store: { replica },
      }),
      [
        { kind: 'freeze', node: SESSION_STORE, moment: whenAnswered('client/1', 300_000) },
        { kind: 'thaw', node: SESSION_STORE, moment: { atUs: thawAtUs } },
      ],
    );
  const cartsIn = (events: readonly ClusterEvent[]) =>
    events.flatMap((event) => {
      if (event.kind !== 'message-delivered' || event.message.to !== 'client') return [];
      const { body } = event.message;
      return body.kind === 'http-response' && body.body.includes('cart') ? [body.body] : [];
    });

  it('loses nothing with late answers, and commands that the replica has executed, too', () => {
    // The server asks the frozen store first, gives up, and asks the replica. So both execute the same commands.
    const events = frozen([logIn, toCart, { kind: 'cart' }, toCart, { kind: 'cart' }], 7_640_000);
    const carts = cartsIn(events);
    expect(carts.map((cart) => cart.match(/laptop/g)?.length)).toEqual([1, 1, 2, 2]);
    expect(lossesIn(events)).toEqual([]);
  });
});

describe('a loss', () => {
  it('is none in a run without a fault, and a logout is none', () => {
    expect(endsIn(inStore([logIn, me], { replica }))).toEqual([]);
    const events = inStore([logIn, me, { kind: 'log-out' }], {});
    expect(endsIn(events)).toEqual([`ended ${SESSION_STORE}`]);
    expect(sessionsLostIn(events)).toBe(0);
  });

  it('is a crash that takes the only copy', () => {
    const events = record(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    expect(lossesIn(events)).toEqual(['crashed server-1']);
  });

  it('is an eviction by a store without room, and its copy on the replica does not count again', () => {
    const early = clients([logIn, me]);
    const later = clients([logIn, me], { arrivesAtUs: SECOND_US });
    for (const pair of [null, replica]) {
      const events = record(
        clusterScenario({
          strategy: 'shared-store',
          clients: [early, later],
          store: { entriesMax: 1, replica: pair },
        }),
        [],
      );
      expect(lossesIn(events)).toEqual([`evicted ${SESSION_STORE}`]);
    }
  });

  it('is a store that a command empties', () => {
    const flush: Command = {
      kind: 'instruct',
      nodes: [SESSION_STORE],
      instruction: { kind: 'flush' },
      moment: whenAnswered('client/1', SECOND_US),
    };
    for (const pair of [null, replica]) {
      expect(lossesIn(inStore([logIn, me], { replica: pair }, [flush]))).toEqual([
        `flushed ${SESSION_STORE}`,
      ]);
    }
  });

  it('is a change that only the crashed store had, while its replica has the session', () => {
    // ×3 hasn't been copied when the primary dies.
    const events = inStore(
      [laptop, two, three, me],
      { replica: { ...replica, copyDelayUs: 2 * SECOND_US } },
      [crash(SESSION_STORE, whenAnswered('client/3', SECOND_US))],
    );
    expect(lossesIn(events)).toEqual([`change-crashed ${SESSION_STORE}`]);
    expect(sessionsLostIn(events)).toBe(1);
  });

  it('is a write to a primary that another one replaced, with its last copy', () => {
    const events = inStore([logIn, me, me], { isPersistent: true, replica }, [
      crash(SESSION_STORE, whenAnswered('client/1', 10_000)),
      restart(SESSION_STORE, whenAnswered('client/2')),
    ]);
    // The replica has missed the login; then the old primary takes over the replica's data.
    expect(lossesIn(events)).toEqual([`stale ${SESSION_STORE_REPLICA}`, `diverged ${SESSION_STORE}`]);
    expect(sessionsLostIn(events)).toBe(1);
  });

  it('is a replica that follows a primary that restarted empty', () => {
    const events = inStore([logIn, me, me], { replica }, [
      crash(SESSION_STORE, whenAnswered('client/1', SECOND_US)),
      restart(SESSION_STORE, whenAnswered('client/1', SECOND_US + 10_000)),
    ]);
    expect(lossesIn(events)).toContain(`diverged ${SESSION_STORE_REPLICA}`);
    expect(sessionsLostIn(events)).toBe(1);
  });

  it('is a write to the old primary while the replica serves others (split brain)', () => {
    const events = inStore([logIn, laptop, two, me], { replica }, [
      cutStores,
      { kind: 'heal', between: [SESSION_STORE, SESSION_STORE_REPLICA], moment: whenAnswered('client/3') },
    ]);
    // Both writes after the cut went to the old primary. The second replaced the first, so one state is lost.
    expect(lossesIn(events)).toEqual([`diverged ${SESSION_STORE}`]);
  });

  it('is an answer of a server from a copy that is late', () => {
    const events = record(
      scripted([laptop, two], {
        strategy: 'replicated',
        balancing: 'round-robin',
        servers: 2,
        replication: { delayUs: 60 * SECOND_US },
      }),
      [],
    );
    // Server 2 has no copy at all: the session is still on Server 1, and nothing is lost.
    expect(lossesIn(events)).toEqual([]);
  });

  it.each(['server-memory', 'replicated', 'shared-store', 'sticky'] as const)(
    'is none once the session’s time is over: %s',
    (strategy) => {
      const run = (leftUs: number, lifetimes: Partial<SessionPolicy>) => {
        const nodes = strategy === 'shared-store' ? [SESSION_STORE] : ['server-1', 'server-2'];
        return lossesIn(
          record(
            clusterScenario({
              strategy,
              servers: 2,
              clients: [clients([logIn, { kind: 'wait', us: 60 * SECOND_US }, me])],
              sessions: lifetimes,
              clockOffsetsUs: [3_600 * SECOND_US],
            }),
            nodes.map((node) => crash(node, whenAnswered('client/1', leftUs))),
          ),
        );
      };
      const short = [{ idleUs: 10 * SECOND_US }, { absoluteUs: 10 * SECOND_US }];
      for (const lifetimes of short) {
        expect(run(9 * SECOND_US, lifetimes)).not.toEqual([]);
        expect(run(30 * SECOND_US, lifetimes)).toEqual([]);
      }
    },
  );

  it('is a change that another tab’s cookie or token replaced, or another server’s copy', () => {
    const both: Line = { kind: 'at-once', lines: [cart('laptop'), cart('americano')] };
    const losing = (strategy: StrategyId) => causesIn(twoServers(strategy, [logIn, both, { kind: 'cart' }]));
    expect(losing('sealed-cookie')).toEqual(['overwritten']);
    expect(losing('signed-token')).toEqual(['overwritten']);
    expect(losing('replicated')).toContain('overwritten');
    expect(losing('client-state')).toEqual([]);
  });

  it('is a note that another tab’s write lacks', () => {
    const both: Line = { kind: 'at-once', lines: [cart('laptop'), { kind: 'note', characters: 30 }] };
    const slow = { service: { kind: 'uniform', minUs: 2_000, maxUs: 2_001 } } as const;
    const run = (lines: Line) =>
      causesIn(
        record(
          clusterScenario({
            strategy: 'shared-store',
            servers: 1,
            clients: [clients([logIn, lines, { kind: 'cart' }])],
            timing: slow,
          }),
          [],
        ),
      );
    expect(run(both)).toEqual(['overwritten']);
  });

  it('is a logout that another tab’s cookie or token undoes', () => {
    const both: Line = { kind: 'at-once', lines: [{ kind: 'log-out' }, cart('americano')] };
    for (const strategy of ['sealed-cookie', 'signed-token'] as const) {
      expect(causesIn(twoServers(strategy, [logIn, both, me]))).toEqual(['revived']);
    }
  });

  it('is a session that the client’s cookie no longer names', () => {
    const events = twoServers('server-memory', [logIn, cart('laptop'), { kind: 'cart' }]);
    expect(lossesIn(events)).toEqual(['replaced server-1']);
    // Two requests without a session get one each, and neither has read the other's.
    const both: Line = { kind: 'at-once', lines: [cart('laptop'), cart('americano')] };
    for (const strategy of ['shared-store', 'sealed-cookie'] as const) {
      expect(lossesIn(twoServers(strategy, [both]))).toEqual([]);
    }
    // Nothing was in it that the new one lacks.
    expect(lossesIn(twoServers('server-memory', [{ kind: 'visit' }, logIn, me]))).toEqual([]);
  });

  it('is a cookie that the client ignores for its size', () => {
    const note: Line = { kind: 'note', characters: 4_000 };
    const events = twoServers('sealed-cookie', [logIn, note, me]);
    expect(lossesIn(events)).toEqual(['not-stored client']);
    expect(sessionsLostIn(events)).toBe(1);
  });
});

function cart(product: 'laptop' | 'americano') {
  return { kind: 'add-to-cart', product } as const;
}

/** Round robin, without a fault. */
function twoServers(strategy: StrategyId, script: readonly Line[]) {
  return record(
    clusterScenario({ strategy, servers: 2, balancing: 'round-robin', clients: [clients(script)] }),
    [],
  );
}

function causesIn(events: readonly ClusterEvent[]): string[] {
  return lossesIn(events).map((end) => end.split(' ')[0] ?? '');
}
