/** Sessions in a store outside the servers, and what happens when it fails: traces T10 and T11, and the end of T12. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import {
  type ClusterEvent,
  type Command,
  SESSION_STORE,
  SESSION_STORE_REPLICA,
} from '../../src/simulation/cluster.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { sessionIn } from '../../src/simulation/memory.ts';
import {
  clients,
  clusterScenario,
  replicaDefaults,
  type StoreConditions,
} from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { sessionsLost } from '../support/invariants/sessions.ts';
import { memoriesAfter, upTo } from '../support/node-memories.ts';
import { crash, restart, scenario, scripted, whenAnswered, whenArrived } from '../support/scenario.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const visit: Line = { kind: 'visit' };
const logOut: Line = { kind: 'log-out' };

const SECOND_US = 1_000_000;
const alone = clusterScenario({ strategy: 'shared-store', clients: [] }).store;
const replica = { ...replicaDefaults, copyDelayUs: 100_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 };

function run(
  script: readonly Line[],
  commands: readonly Command[] = [],
  store: Partial<StoreConditions> = {},
): readonly ClusterEvent[] {
  return record(scripted(script, { strategy: 'shared-store', store: { ...alone, ...store } }), commands);
}

/** The responses that the clients got, without their requests. */
function told(events: readonly ClusterEvent[]): string[] {
  return exchangesOf(events).map((line) => line.replace(/^(\S+) .*: /, '$1 '));
}

/** The users of the sessions that are kept here; null for an anonymous session. */
function usersOn(node: string, events: readonly ClusterEvent[]): (string | null)[] {
  return memoriesAfter(events)
    .on(node)
    .flatMap((item) => {
      const session = sessionIn(item);
      return session === null ? [] : [session.data.user?.userId ?? null];
    });
}

/** The messages to stores because of a request, as `server-1 -> session-store SET`. */
function saidToStores(request: string, events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' &&
    event.message.request === request &&
    event.message.body.kind === 'store-command'
      ? [`${event.message.from} -> ${event.message.to} ${event.message.body.name}`]
      : [],
  );
}

function instruct(node: string, moment: Moment): Command {
  return { kind: 'instruct', nodes: [node], instruction: { kind: 'flush' }, moment };
}

const servers = ['server-1', 'server-2', 'server-3'];

describe('T10: sessions in a shared store', () => {
  it('are in the store only, and any server finds them', () => {
    const events = record(
      scripted([logIn, me, me], { strategy: 'shared-store', balancing: 'round-robin' }),
      [],
    );
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-2 200 mina',
      'client/3 server-3 200 mina',
    ]);
    expect(usersOn(SESSION_STORE, events)).toEqual(['mina']);
    for (const server of servers) expect(memoriesAfter(events).on(server)).toEqual([]);
  });

  it('survive the crash of a server', () => {
    const events = run([logIn, me], [crash('server-1', whenAnswered('client/1'))]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-2 200 mina']);
    expect(sessionsLost(events).flat()).toEqual([]);
  });

  it('are available at once to a server that was added', () => {
    const events = record(
      scripted([logIn, me], { strategy: 'shared-store', servers: 1, balancing: 'round-robin' }),
      [
        { kind: 'add', node: 'server-2', moment: whenAnswered('client/1') },
        crash('server-1', whenAnswered('client/1')),
      ],
    );
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-2 200 mina']);
  });

  it('cost one round trip to read and one to write, and no read for a new session', () => {
    const events = run([visit, me, logIn]);
    expect(saidToStores('client/1', events)).toEqual(['server-1 -> session-store SET']);
    expect(saidToStores('client/2', events)).toEqual(['server-1 -> session-store GET']);
    expect(saidToStores('client/3', events)).toEqual([
      'server-1 -> session-store GET',
      'server-1 -> session-store SET',
      'server-1 -> session-store DEL',
    ]);
  });

  it('get a new ID at a login, and the old one is deleted', () => {
    const events = run([visit, logIn]);
    expect(usersOn(SESSION_STORE, upTo('client/1', events))).toEqual([null]);
    expect(usersOn(SESSION_STORE, events)).toEqual(['mina']);
  });

  it('carry a purchase from server to server', () => {
    const events = record(scenario({ strategy: 'shared-store', balancing: 'round-robin' }), []);
    expect(told(events)).toEqual(['client/1 server-1 200', 'client/2 server-2 200', 'client/3 server-3 200']);
  });
});

describe('T11: the store fails', () => {
  const cuts = servers.map(
    (server): Command => ({
      kind: 'cut',
      between: [server, SESSION_STORE],
      moment: whenAnswered('client/1'),
    }),
  );

  it("(a) out of reach: 503, and the sessions are there when it's back", () => {
    const healed: Command = { kind: 'heal-all', moment: whenAnswered('client/2') };
    const events = run([logIn, me, me], [...cuts, healed]);
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-1 503 sessions-unavailable',
      'client/3 server-1 200 mina',
    ]);
  });

  it("(a) down, with its entries on disk: 503, and the sessions are there when it's back", () => {
    const commands = [
      crash(SESSION_STORE, whenAnswered('client/1')),
      restart(SESSION_STORE, whenAnswered('client/2')),
    ];
    expect(told(run([logIn, me, me], commands, { isPersistent: true }))).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-1 503 sessions-unavailable',
      'client/3 server-1 200 mina',
    ]);
  });

  it('(b) restarted without persistence: 401 for every user', () => {
    const group = clients([logIn, me], { count: 3 });
    const commands = [
      crash(SESSION_STORE, whenAnswered('client/1', SECOND_US)),
      restart(SESSION_STORE, whenAnswered('client/1', SECOND_US)),
    ];
    const events = record(scenario({ strategy: 'shared-store', clients: [group] }), commands);
    expect(told(events).slice(3).sort()).toEqual([
      'client-2/2 server-1 401 unknown-session',
      'client-3/2 server-1 401 unknown-session',
      'client/2 server-1 401 unknown-session',
    ]);
    expect(sessionsLost(events).flat()).toHaveLength(3);
  });

  it('(b) flushed by an operator: 401 for every user', () => {
    const events = run([logIn, me], [instruct(SESSION_STORE, whenAnswered('client/1'))]);
    expect(told(events).at(-1)).toBe('client/2 server-1 401 unknown-session');
    expect(memoriesAfter(events).on(SESSION_STORE)).toEqual([]);
  });

  it('(d) full, so that the least recently used session is evicted: 401 for that user', () => {
    const early = clients([logIn, me]);
    const later = clients([logIn, me], { arrivesAtUs: SECOND_US, count: 1 });
    const events = record(
      scenario({ strategy: 'shared-store', clients: [early, later], store: { ...alone, entriesMax: 1 } }),
      [],
    );
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client-2/1 server-1 200 mina',
      'client/2 server-1 401 unknown-session',
      'client-2/2 server-1 200 mina',
    ]);
  });

  it('(d) expired: 401 for that user', () => {
    const awayUs = 200 * SECOND_US;
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: awayUs },
      moment: whenArrived('client/1'),
    };
    const events = run([logIn, me], [stayAway]);
    expect(told(events).at(-1)).toBe('client/2 server-1 401 unknown-session');
    expect(memoriesAfter(events).on(SESSION_STORE)).toEqual([]);
  });
});

describe('T11 (c): the primary dies', () => {
  /** The first client has long been logged in when the second arrives. */
  const groups = [
    clients([logIn, me, me], { think: { kind: 'fixed', us: 4 * SECOND_US } }),
    clients([logIn, me], { arrivesAtUs: 3 * SECOND_US, think: { kind: 'fixed', us: 4 * SECOND_US } }),
  ];
  function runPair(commands: readonly Command[], isPersistent = false): readonly ClusterEvent[] {
    const store = { ...alone, isPersistent, replica };
    return record(scenario({ strategy: 'shared-store', clients: groups, store }), commands);
  }

  it('without a fault both stores keep the same entries', () => {
    const events = runPair([]);
    expect(usersOn(SESSION_STORE_REPLICA, events)).toEqual(['mina', 'mina']);
    expect(usersOn(SESSION_STORE, events)).toEqual(['mina', 'mina']);
  });

  it('before it has copied the newest login: only that one is lost', () => {
    const events = runPair([crash(SESSION_STORE, whenAnswered('client-2/1', 10_000))]);
    expect(told(events).slice(2)).toEqual([
      'client/2 server-1 503 sessions-unavailable',
      'client-2/2 server-1 401 unknown-session',
      'client/3 server-1 200 mina',
    ]);
    expect(sessionsLost(events).flat()).toHaveLength(1);
  });

  it('after it has copied the newest login: none is lost once the replica is promoted', () => {
    const events = runPair([crash(SESSION_STORE, whenAnswered('client-2/1', 500_000))]);
    expect(told(events).slice(2)).toEqual([
      'client/2 server-1 503 sessions-unavailable',
      'client-2/2 server-1 200 mina',
      'client/3 server-1 200 mina',
    ]);
  });

  it('and returns: it becomes the replica of the new primary, regardless of its own disk', () => {
    const events = runPair(
      [
        crash(SESSION_STORE, whenAnswered('client-2/1', 10_000)),
        restart(SESSION_STORE, whenAnswered('client-2/2')),
      ],
      true,
    );
    expect(memoriesAfter(events).on(SESSION_STORE)).toContainEqual({ kind: 'store-role', role: 'replica' });
    expect(memoriesAfter(events).on(SESSION_STORE_REPLICA)).toContainEqual({
      kind: 'store-role',
      role: 'primary',
    });
    // The login that was on its disk and never copied is lost for good.
    expect(usersOn(SESSION_STORE, events)).toEqual(['mina']);
    expect(told(events).at(-1)).toBe('client/3 server-1 200 mina');
  });

  it('and returns empty before its replica has noticed: everything is lost (Redis, replication)', () => {
    const events = runPair([
      crash(SESSION_STORE, whenAnswered('client-2/1', 500_000)),
      restart(SESSION_STORE, whenAnswered('client-2/1', 510_000)),
    ]);
    expect(told(events).slice(2)).toEqual([
      'client/2 server-1 401 unknown-session',
      'client-2/2 server-1 401 unknown-session',
      'client/3 server-1 401 unknown-session',
    ]);
    expect(usersOn(SESSION_STORE_REPLICA, events)).toEqual([]);
  });
});

describe('T12: a session that has ended', () => {
  it('is deleted from the store, and its ID gives no access', () => {
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const thief = clients([me], { arrivesAtUs: 20 * SECOND_US });
    const events = record(
      scenario({ strategy: 'shared-store', clients: [clients([logIn, planted, logOut]), thief] }),
      [],
    );
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/3 server-1 200',
      'client-2/1 server-1 401 unknown-session',
    ]);
    expect(usersOn(SESSION_STORE, events)).toEqual([]);
  });

  it('is not logged out while the store is out of reach', () => {
    const commands = [
      crash(SESSION_STORE, whenArrived('client/2', 2_500)),
      restart(SESSION_STORE, whenAnswered('client/2')),
    ];
    expect(told(run([logIn, logOut, me], commands, { isPersistent: true }))).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-1 503 sessions-unavailable',
      'client/3 server-1 200 mina',
    ]);
  });

  it('has expired by the servers’ own limit, although the store still has it', () => {
    const sessions = { ...scenario().sessions, idleUs: 4_500_000 };
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 600_000 },
      moment: whenArrived('client/1'),
    };
    const events = record(scripted([logIn, me], { strategy: 'shared-store', sessions }), [stayAway]);
    expect(told(events).at(-1)).toBe('client/2 server-1 401 expired-session');
  });
});
