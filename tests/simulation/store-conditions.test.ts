/** What stores do besides failing honestly, as real ones do by default or by configuration. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import {
  type ClusterEvent,
  type Command,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../../src/simulation/cluster.ts';
import { LossCounter } from '../../src/simulation/losses/loss-counter.ts';
import { clients, type GivenScenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { problemsIn } from '../support/invariants/checker.ts';
import { ageOfLocalCopies } from '../support/invariants/store-conditions.ts';
import { crash, restart, scenario, scripted, whenAnswered, whenArrived } from '../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const logOut: Line = { kind: 'log-out' };
const laptop: Line = { kind: 'shop', said: { product: 'laptop' } };
const three: Line = { kind: 'shop', said: { quantity: 3 } };
const SECOND_US = 1_000_000;

function run(
  script: readonly Line[],
  changes: Partial<GivenScenario>,
  commands: readonly Command[] = [],
): readonly ClusterEvent[] {
  return record(scripted(script, { strategy: 'shared-store', ...changes }), commands);
}

/** The responses that the clients got, without their requests. */
function told(events: readonly ClusterEvent[]): string[] {
  return exchangesOf(events).map((line) => line.replace(/^(\S+) .*: /, '$1 '));
}

function losses(events: readonly ClusterEvent[]) {
  const counter = new LossCounter();
  for (const event of events) counter.follow(event);
  return Object.fromEntries(Object.entries(counter.losses).filter(([, count]) => count > 0));
}

function repliesOf(store: string, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-delivered' &&
    event.message.from === store &&
    event.message.body.kind === 'store-reply' &&
    event.message.body.reply === 'error'
      ? [event.message.body.code]
      : [],
  );
}

describe('a full store that refuses writes (Redis noeviction)', () => {
  const full = { entriesMax: 1, whenFull: 'refuse' } as const;
  const two = [clients([logIn, me]), clients([logIn, me], { arrivesAtUs: SECOND_US })];

  it('keeps what it has and can be read, and the server says so with a 503', () => {
    const events = record(scenario({ strategy: 'shared-store', clients: two, store: full }), []);
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client-2/1 server-1 503 store-full',
      // Each use of a session writes when it was used last.
      'client/2 server-1 503 store-full',
      'client-2/2 server-1 401 none-presented',
    ]);
    expect(repliesOf(SESSION_STORE, events)).toEqual(['OOM', 'OOM']);
    expect(losses(events)).toEqual({});
  });

  it('and a server that ignores it: login is 200 with a cookie, and the next request 401', () => {
    const store = { ...full, onWriteError: 'ignore' } as const;
    const events = record(scenario({ strategy: 'shared-store', clients: two, store }), []);
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client-2/1 server-1 200 mina',
      'client/2 server-1 200 mina',
      'client-2/2 server-1 401 unknown-session',
    ]);
    expect(losses(events)).toEqual({ 'not-stored': 1 });
  });

  it('refuses to overwrite, too, and still deletes', () => {
    const later = clients([logIn], { arrivesAtUs: 20 * SECOND_US });
    const events = record(
      scenario({ strategy: 'shared-store', clients: [clients([logIn, laptop, logOut]), later], store: full }),
      [],
    );
    expect(told(events).map((line) => line.split(' ')[2])).toEqual(['200', '503', '200', '200']);
  });

  it('loses a change that it refuses, if the server goes on as if it were stored', () => {
    const store = { ...full, onWriteError: 'ignore' } as const;
    const events = record(
      scenario({ strategy: 'shared-store', clients: [clients([logIn, laptop, me])], store }),
      [],
    );
    expect(losses(events)).toEqual({ 'not-stored': 1 });
  });

  it('is not a dead store: the replica is not asked', () => {
    const events = record(
      scenario({ strategy: 'shared-store', clients: two, store: { ...full, replica: {} } }),
      [],
    );
    expect(repliesOf(SESSION_STORE_REPLICA, events)).toEqual([]);
  });
});

describe('reads from the replica', () => {
  const replica = { copyDelayUs: 5 * SECOND_US, readsFrom: 'replica' } as const;

  it('miss a login whose copy is late: 401 right after the login', () => {
    const events = run([logIn, me, me], { store: { replica } });
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-1 401 unknown-session',
      'client/3 server-1 200 mina',
    ]);
    expect(losses(events)).toEqual({ stale: 1 });
  });

  it('find it on the primary by default', () => {
    const events = run([logIn, me], { store: { replica: { ...replica, readsFrom: 'primary' } } });
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-1 200 mina']);
  });

  it('go to the primary while the replica is down', () => {
    const events = run([logIn, me], { store: { replica } }, [
      crash(SESSION_STORE_REPLICA, whenAnswered('client/1')),
    ]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-1 200 mina']);
  });
});

describe('a store client that waits', () => {
  it('hangs until the load balancer gives up: 504 and no 503', () => {
    const events = run([logIn, me], { store: { client: 'waits', isPersistent: true } }, [
      crash(SESSION_STORE, whenAnswered('client/1')),
    ]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 load-balancer 504 server-timeout']);
  });

  it('answers when the store is back in time', () => {
    const events = run([logIn, me], { store: { client: 'waits', isPersistent: true } }, [
      crash(SESSION_STORE, whenAnswered('client/1')),
      restart(SESSION_STORE, whenArrived('client/2', 400_000)),
    ]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-1 200 mina']);
  });

  it('has the same patience with a command whether it had to queue or not', () => {
    // As long as the load balancer waits for the response, and a pause before the last attempt.
    const { serverTimeoutUs } = scenario({ strategy: 'shared-store' }).timing;
    const events = record(
      scenario({
        strategy: 'shared-store',
        servers: 1,
        clients: [clients([logIn, me], { count: 3, arrivesWithinUs: 300_000 })],
        store: { client: 'waits', isPersistent: true },
      }),
      [crash(SESSION_STORE, whenAnswered('client-3/1'))],
    );
    const begun = new Map<string, number>();
    for (const event of events) {
      if (event.kind === 'request-begun') begun.set(event.request, event.atUs);
      if (event.kind !== 'message-sent' || event.message.body.kind !== 'store-command') continue;
      const { request } = event.message;
      if (request?.endsWith('/2')) {
        expect(event.atUs - (begun.get(request) ?? Number.NaN)).toBeLessThan(serverTimeoutUs + SECOND_US / 2);
      }
    }
  });

  it('sends its commands in the order in which they were given, one at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000 }), fc.integer({ min: 2, max: 6 }), (backUs, count) => {
        const group = clients([logIn, me], { count, arrivesWithinUs: 300_000 });
        const events = record(
          scenario({
            strategy: 'shared-store',
            servers: 1,
            clients: [group],
            store: { client: 'waits', isPersistent: true },
          }),
          [
            crash(SESSION_STORE, whenAnswered('client/1')),
            restart(SESSION_STORE, whenAnswered('client/1', backUs)),
          ],
        );
        let asking: string | null = null;
        for (const event of events) {
          if (event.kind === 'timer-fired') continue;
          if (!('message' in event) || event.message.request === null) continue;
          const { message } = event;
          if (event.kind === 'message-sent' && message.to === SESSION_STORE) {
            expect(asking).toBeNull();
            asking = message.request;
          } else if (
            event.kind !== 'message-sent' &&
            (message.from === SESSION_STORE || message.to === SESSION_STORE)
          ) {
            if (event.kind !== 'message-delivered' || message.from === SESSION_STORE) asking = null;
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a local copy in front of the store', () => {
  const twoServers = { balancing: 'round-robin', servers: 2 } as const;

  it('spares the round trip, and is gone after its time', () => {
    const asked = (localCopyUs: number) =>
      run([logIn, me, me], { servers: 1, store: { localCopyUs } }).filter(
        (event) =>
          event.kind === 'message-sent' &&
          event.message.body.kind === 'store-command' &&
          event.message.body.name === 'GET',
      ).length;
    expect([0, 60 * SECOND_US, 3 * SECOND_US].map(asked)).toEqual([2, 0, 2]);
  });

  it('is as old as the question for it, not as the answer', () => {
    const hop = { minUs: 100_000, maxUs: 100_000 };
    const localCopyUs = 2 * SECOND_US;
    const asksAgain = Array.from({ length: 20 }, (_, index) => {
      const think = { kind: 'fixed', us: 600_000 + index * 60_000 } as const;
      const given = scenario({
        strategy: 'shared-store',
        servers: 1,
        clients: [clients([logIn, me], { think })],
        store: { localCopyUs },
        network: { internet: hop, cluster: hop, lossPerMillion: 0, cutLinks: 'lose' },
      });
      const events = record(given, []);
      expect(problemsIn(events, (report) => ageOfLocalCopies(report, given))).toEqual([]);
      return events.some(
        (event) =>
          event.kind === 'message-sent' &&
          event.message.request === 'client/2' &&
          event.message.body.kind === 'store-command' &&
          event.message.body.name === 'GET',
      );
    });
    // The last of them comes after the copy's time, and the first within it.
    expect([asksAgain[0], asksAgain.at(-1)]).toEqual([false, true]);
  });

  it('grows older although the server’s clock is set back', () => {
    const given = scripted([logIn, me, me], {
      strategy: 'shared-store',
      servers: 1,
      store: { localCopyUs: 3 * SECOND_US },
    });
    const setBack: Command = {
      kind: 'instruct',
      nodes: ['server-1'],
      instruction: { kind: 'set-clock', offsetUs: -86_400 * SECOND_US },
      moment: whenAnswered('client/1'),
    };
    const events = record(given, [setBack]);
    expect(problemsIn(events, (report) => ageOfLocalCopies(report, given))).toEqual([]);
  });

  it('is stale after a write at another server', () => {
    const events = run(
      [laptop, { kind: 'shop', said: {} }, three, { kind: 'shop', said: { payment: 'card' } }],
      {
        ...twoServers,
        store: { localCopyUs: 60 * SECOND_US },
      },
    );
    expect(losses(events)).toMatchObject({ stale: 1 });
  });

  it('still lets a user in who has logged out at another server', () => {
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const groups = [
      clients([logIn, planted, logOut]),
      clients([me, me], { arrivesAtUs: 5 * SECOND_US, think: { kind: 'fixed', us: 20 * SECOND_US } }),
    ];
    const last = (localCopyUs: number) =>
      told(
        record(
          scenario({ strategy: 'shared-store', clients: groups, ...twoServers, store: { localCopyUs } }),
          [],
        ),
      ).at(-1);
    expect(last(0)).toMatch(/401 unknown-session$/);
    expect(last(60 * SECOND_US)).toMatch(/200 mina$/);
  });
});

describe('a pair of stores without resynchronization', () => {
  const script = [laptop, three, me, me, me];
  const commands = [
    crash(SESSION_STORE, whenAnswered('client/1', 2 * SECOND_US)),
    restart(SESSION_STORE, whenAnswered('client/3')),
  ];
  const store = (resyncs: boolean) => ({ isPersistent: true, replica: { resyncs, copyDelayUs: 100_000 } });

  it('serves the old data after failback', () => {
    const events = run(script, { store: store(false) }, commands);
    expect(losses(events)).toMatchObject({ stale: 1 });
  });

  it('serves the latest data when the old primary follows the new one', () => {
    expect(losses(run(script, { store: store(true) }, commands))).toEqual({});
  });
});
