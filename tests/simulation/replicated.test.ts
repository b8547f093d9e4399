/** Sessions that every server keeps: traces T3, T9 and T27, and the invariants of all copies. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { type ClusterEvent, type Command, serverId } from '../../src/simulation/cluster.ts';
import type { Moment } from '../../src/simulation/kernel/command.ts';
import { randomStream } from '../../src/simulation/kernel/random.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { type ClusterScenario, clients } from '../../src/simulation/scenario.ts';
import { isNewer } from '../../src/simulation/session.ts';
import { record } from '../../src/simulation/simulate.ts';
import { strategyOf } from '../../src/simulation/strategies/create-strategy.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { conversationOf } from '../support/conversation.ts';
import { exchangesOf } from '../support/exchanges.ts';
import { sessionsLost } from '../support/invariants/sessions.ts';
import { memoriesAfter, sessionsOn, upTo } from '../support/node-memories.ts';
import {
  crash,
  drop,
  purchase,
  restart,
  scenario,
  scripted,
  whenAnswered,
  whenArrived,
} from '../support/scenario.ts';
import { sessionOf } from '../support/sessions.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const visit: Line = { kind: 'visit' };
const logOut: Line = { kind: 'log-out' };

const strategy = 'replicated';
const servers = ['server-1', 'server-2', 'server-3'];
/** Copies leave 50 ms after a write, and the response reaches the client after 25 ms. */
const BEFORE_COPY_US = 5_000;
const AFTER_COPY_US = 100_000;

function told(events: readonly ClusterEvent[]): string[] {
  return exchangesOf(events).map((line) => line.replace(/^(\S+) .*: /, '$1 '));
}

function add(node: string, moment: Moment): Command {
  return { kind: 'add', node, moment };
}

/** What this server knows of sessions, ended ones included. */
function knownOn(node: string, events: readonly ClusterEvent[]): Map<string, MemoryItem> {
  const items = memoriesAfter(events).on(node);
  return new Map(
    items.flatMap((item): [string, MemoryItem][] =>
      item.kind === 'session'
        ? [[item.session.id, item]]
        : item.kind === 'ended-session'
          ? [[item.ended.id, item]]
          : [],
    ),
  );
}

/** The users with a session on this server. */
function usersOn(node: string, events: readonly ClusterEvent[]): string[] {
  return [...knownOn(node, events).values()].flatMap((item) =>
    item.kind === 'session' && item.session.data.user !== undefined ? [item.session.data.user.userId] : [],
  );
}

describe('T3: with replication', () => {
  const changed = crash('server-1', whenAnswered('client/1', AFTER_COPY_US));

  it('the next server has the session and continues', () => {
    const events = record(scenario({ strategy }), [changed]);
    for (const server of servers)
      expect(sessionsOn(server, upTo('client/1', events))).toHaveLength(server === 'server-1' ? 1 : 0);
    expect(conversationOf(events)).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('a copy that is lost on the way leads to “two of what?” (T2)', () => {
    const events = record(scenario({ strategy }), [
      drop('server-1', 'server-2', whenAnswered('client/1')),
      changed,
    ]);
    expect(conversationOf(events).slice(2, 4)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
    ]);
  });

  it('round robin without a crash: each server has the session', () => {
    const events = record(scenario({ strategy, balancing: 'round-robin' }), []);
    expect(conversationOf(events).slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-3: {"payment":"card"}',
      'server-3 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('a copy that arrives too late leads to “two of what?” as well', () => {
    const events = record(
      scenario({
        strategy,
        balancing: 'round-robin',
        servers: 2,
        clients: [
          clients(
            purchase('laptop').map((said) => ({ kind: 'shop', said })),
            { think: { kind: 'fixed', us: 0 } },
          ),
        ],
      }),
      [],
    );
    expect(conversationOf(events).slice(2, 4)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 422 ask product',
    ]);
  });
});

describe('T9: a login is copied to every other server', () => {
  it('crash after the copy: 200', () => {
    const events = record(scripted([logIn, me], { strategy }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
    ]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-2 200 mina']);
    expect(sessionsLost(events).flat()).toEqual([]);
  });

  it('crash before the copy: 401', () => {
    const events = record(scripted([logIn, me], { strategy }), [
      crash('server-1', whenAnswered('client/1', BEFORE_COPY_US)),
    ]);
    expect(told(events)).toEqual(['client/1 server-1 200 mina', 'client/2 server-2 401 unknown-session']);
    expect(sessionsLost(events).flat()).toHaveLength(1);
  });

  it('a server that is added receives all sessions from the servers that have them', () => {
    const group = clients([logIn, me], { count: 4 });
    const commands = [
      add('server-3', whenAnswered('client/1', 1_000_000)),
      crash('server-1', whenAnswered('client/1', 1_100_000)),
      crash('server-2', whenAnswered('client/1', 1_100_000)),
    ];
    const events = record(scenario({ strategy, servers: 2, clients: [group] }), commands);
    expect(sessionsOn('server-3', events)).toHaveLength(4);
    expect(told(events).slice(4).sort()).toEqual([
      'client-2/2 server-3 200 mina',
      'client-3/2 server-3 200 mina',
      'client-4/2 server-3 200 mina',
      'client/2 server-3 200 mina',
    ]);
  });

  it('the memory for sessions is multiplied by the number of servers', () => {
    const events = record(scripted([logIn], { strategy, servers: 5 }), []);
    for (let ordinal = 1; ordinal <= 5; ordinal += 1) {
      expect(sessionsOn(serverId(ordinal), events)).toHaveLength(1);
    }
  });

  it('a server that restarts asks its peers and recovers all sessions', () => {
    const events = record(scripted([logIn, me], { strategy }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/1', 2 * AFTER_COPY_US)),
    ]);
    expect(told(events).at(-1)).toBe('client/2 server-1 200 mina');
  });

  it('after a crash of all servers no peer is left to ask', () => {
    const events = record(scripted([logIn, me], { strategy, servers: 2 }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      crash('server-2', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/1', 2 * AFTER_COPY_US)),
    ]);
    expect(told(events).at(-1)).toBe('client/2 server-1 401 unknown-session');
    expect(sessionsLost(events)[1]).toHaveLength(1);
  });

  it("a server that drains hands over the sessions that it hasn't copied yet", () => {
    const drained: Command = {
      kind: 'drain',
      node: 'server-1',
      moment: whenAnswered('client/1', BEFORE_COPY_US),
    };
    const events = record(scripted([logIn, me], { strategy }), [drained]);
    expect(told(events).at(-1)).toBe('client/2 server-2 200 mina');
    expect(sessionsLost(events).flat()).toEqual([]);
  });
});

describe('T27: the old session comes back', () => {
  const script = [{ product: 'laptop' }, { quantity: 2 }, { quantity: 3 }, { payment: 'card' }] as const;

  it('a server that missed a copy answers from its old one', () => {
    const events = record(scenario({ strategy, servers: 2, script }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      // Server 2 answers from its copy; Server 1 returns and is updated.
      restart('server-1', whenAnswered('client/2', AFTER_COPY_US)),
      drop('server-1', 'server-2', whenAnswered('client/3')),
      crash('server-1', whenAnswered('client/3', AFTER_COPY_US)),
    ]);
    expect(conversationOf(events)).toEqual([
      'client -> server-1: {"product":"laptop"}',
      'server-1 -> client: 200 laptop: 1000000 won',
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-1: {"quantity":3}',
      'server-1 -> client: 200 3 laptop: 3000000 won, ask payment',
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it("also with the lesson's policy, by cookie", () => {
    const events = record(scenario({ strategy, servers: 2, script, balancing: 'cookie' }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/2', AFTER_COPY_US)),
      // The cookie now names Server 2: the client returns to Server 1 only when Server 2 is down as well.
      crash('server-2', whenAnswered('client/2', 2 * AFTER_COPY_US)),
      restart('server-2', whenAnswered('client/2', 3_950_000)),
      drop('server-1', 'server-2', whenAnswered('client/3')),
      crash('server-1', whenAnswered('client/3', AFTER_COPY_US)),
    ]);
    expect(conversationOf(events).slice(4)).toEqual([
      'client -> server-1: {"quantity":3}',
      'server-1 -> client: 200 3 laptop: 3000000 won, ask payment',
      'client -> server-2: {"payment":"card"}',
      'server-2 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });
});

describe('a session that has ended', () => {
  const roundRobin = { strategy, balancing: 'round-robin', servers: 2 } as const;
  const ended = 'server-2 401 unknown-session';

  it('has ended everywhere, and its ID gives no access', () => {
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const thief = clients([me, me], { arrivesAtUs: 20_000_000 });
    const events = record(
      scenario({ ...roundRobin, clients: [clients([logIn, planted, logOut]), thief] }),
      [],
    );
    expect(told(events).slice(2)).toEqual(['client-2/1 server-1 401 unknown-session', `client-2/2 ${ended}`]);
  });

  it("isn't restored by another server’s copy that was in flight", () => {
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 1_000_000 },
      moment: whenArrived('client/1'),
    };
    // Server 2 writes, and the session ends at Server 3 before the copy arrives there.
    const events = record(
      scripted([logIn, me, logOut], {
        strategy,
        balancing: 'round-robin',
        replication: { delayUs: 200_000 },
        client: { think: { kind: 'fixed', us: 0 } },
      }),
      [stayAway],
    );
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/2 server-2 200 mina',
      'client/3 server-3 200',
    ]);
    for (const server of servers) expect(sessionsOn(server, events)).toEqual([]);
  });

  it('stays ended on a server that restarts, even if another still has an old copy', () => {
    const events = record(scripted([logIn, logOut, me], { strategy }), [
      drop('server-1', 'server-3', whenAnswered('client/2')),
      crash('server-1', whenAnswered('client/2', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/2', 2 * AFTER_COPY_US)),
    ]);
    expect(sessionsOn('server-3', events)).toHaveLength(1);
    expect(sessionsOn('server-1', events)).toEqual([]);
  });

  it('stays ended although a request that found it is still in progress', () => {
    // Every hop takes as long as a request waits for a price: 50 ms there, 50 ms back.
    const hop = { minUs: 50_000, maxUs: 50_000 };
    const network = {
      internet: { minUs: 20_000, maxUs: 20_000 },
      cluster: hop,
      lossPerMillion: 0,
      cutLinks: 'lose' as const,
    };
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const asks: Line = { kind: 'shop', said: { product: 'laptop' } };
    const script = [logIn, planted, logOut];
    const alone = [clients(script), clients([])];
    const logOutSentUs = record(scenario({ strategy, network, clients: alone }), []).find(
      (event) =>
        event.kind === 'request-reached' && event.request === 'client/3' && event.milestone === 'sent',
    )?.atUs;
    // The lookup comes 45 ms after the session ended elsewhere, and the write 45 ms after the news of that arrived.
    const other = clients([asks], { arrivesAtUs: (logOutSentUs ?? 0) + 45_000 });
    const events = record(
      scenario({ strategy, network, balancing: 'round-robin', clients: [clients(script), other] }),
      [],
    );
    expect(told(events)).toEqual([
      'client/1 server-1 200 mina',
      'client/3 server-2 200',
      'client-2/1 server-3 200',
    ]);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'recalled', node: 'server-3', found: true }),
    );
    for (const server of servers) expect(sessionsOn(server, events)).toEqual([]);
  });

  it('gets a new ID at a login, and the old one ends everywhere', () => {
    const events = record(scripted([visit, logIn], { strategy }), []);
    for (const server of servers) {
      const items = [...knownOn(server, events).values()];
      expect(items.map(({ kind }) => kind).sort()).toEqual(['ended-session', 'session']);
    }
  });

  it('is forgotten completely once every copy of it would have expired', () => {
    const sessions = { ...scenario().sessions, idleUs: 20_000_000, absoluteUs: 40_000_000 };
    const late = clients([visit], { arrivesAtUs: 130_000_000 });
    const events = record(scenario({ strategy, sessions, clients: [clients([logIn, logOut]), late] }), []);
    for (const server of servers) {
      const items = [...knownOn(server, upTo('client-2/1', events)).values()];
      expect(items.filter(({ kind }) => kind === 'ended-session')).toEqual([]);
    }
  });
});

it('a session is kept on every server while it is used, and forgotten once its time is over', () => {
  // A visit every 30 s, for longer than servers take to look for expired sessions.
  const sessions = { ...scenario().sessions, idleUs: 50_000_000 };
  const visits = clients([logIn, me, me, me, me, me], { think: { kind: 'fixed', us: 30_000_000 } });
  const late = clients([visit], { arrivesAtUs: 400_000_000 });
  const events = record(scenario({ strategy, sessions, clients: [visits, late] }), []);
  expect(told(events).slice(0, 6)).toEqual(
    [1, 2, 3, 4, 5, 6].map((line) => `client/${line} server-1 200 mina`),
  );
  for (const server of servers) {
    expect(usersOn(server, upTo('client/6', events))).toEqual(['mina']);
    expect(usersOn(server, upTo('client-2/1', events))).toEqual([]);
  }
});

describe('an old copy', () => {
  it('never overwrites a newer one, even if it arrives later', () => {
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 1_000_000 },
      moment: whenArrived('client/1'),
    };
    // Server 2 has version 1 and writes versions 2 and 3. Meanwhile Server 1 has written a version 2 of its own.
    const events = record(
      scripted([logIn, me, me, me], {
        strategy,
        balancing: 'round-robin',
        servers: 2,
        replication: { delayUs: 200_000 },
        client: { think: { kind: 'fixed', us: 0 } },
      }),
      [stayAway],
    );
    const versions = ['server-1', 'server-2'].map((server) =>
      events.flatMap((event) =>
        event.kind === 'remembered' && event.node === server && event.item.kind === 'session'
          ? [event.item.session.version]
          : [],
      ),
    );
    // Of the two versions 2, the one that was seen later wins: Server 1 keeps its own.
    expect(versions).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});

describe('a write', () => {
  it('is newer than any copy that arrived after the session was looked up', () => {
    const session = sessionOf('ab12');
    const since = { ...session, version: 3 };
    const flow = strategyOf(scenario({ strategy })).save(
      { kind: 'found', data: session.data, session },
      session.data,
      {
        self: 'server-1',
        nowUs: 1,
        memory: new Map([[session.id, { kind: 'session', session: since }]]),
        random: randomStream(1, 'test'),
        draining: [],
        members: servers,
      },
      { isLogin: false },
    );
    const written = flow.kind === 'perform' ? flow.effects.filter(({ kind }) => kind === 'remember') : [];
    expect(written).toMatchObject([{ item: { session: { version: 4 } } }]);
  });
});

describe('the newer of two copies', () => {
  const anySession = fc
    .record({
      version: fc.integer({ min: 1, max: 3 }),
      lastSeenUs: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ version, lastSeenUs, quantity }) => ({ ...sessionOf('id', { quantity }), version, lastSeenUs }));

  it('is the same for every server, and never both', () => {
    fc.assert(
      fc.property(anySession, anySession, (one, other) => {
        expect(isNewer(one, other) && isNewer(other, one)).toBe(false);
        const areSame = JSON.stringify(one) === JSON.stringify(other);
        expect(isNewer(one, other) || isNewer(other, one)).toBe(!areSame);
      }),
    );
  });

  it('is the one with the later version, also if it was written earlier', () => {
    const old = { ...sessionOf('id'), version: 2, lastSeenUs: 9 };
    expect(isNewer({ ...old, version: 3, lastSeenUs: 1 }, old)).toBe(true);
  });
});

/** Several clients, some of them impatient, so that copies cross. */
const anyReplicated: fc.Arbitrary<ClusterScenario> = fc
  .record({
    servers: fc.integer({ min: 1, max: 4 }),
    balancing: fc.constantFrom('first', 'round-robin', 'least-connections', 'cookie'),
    delayUs: fc.constantFrom(0, 1_000, 50_000, 500_000),
    // The longer a request waits for the database, the more can happen between its lookup and its write.
    hopUs: fc.constantFrom(500, 30_000),
    groups: fc.array(
      fc.record({
        script: fc.array(
          fc.constantFrom(visit, logIn, me, logOut, { kind: 'shop', said: { product: 'laptop' } } as const),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        // A mix of think times: some copies arrive in time, others cross.
        think: fc.constantFrom(
          { kind: 'fixed', us: 0 } as const,
          { kind: 'fixed', us: 10_000 } as const,
          { kind: 'uniform', minUs: 0, maxUs: 1_000_000 } as const,
        ),
        planted: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    seed: fc.nat(),
  })
  .map(({ groups, delayUs, hopUs, ...rest }) =>
    scenario({
      ...rest,
      strategy,
      replication: { delayUs },
      network: { ...scenario().network, cluster: { minUs: hopUs, maxUs: hopUs } },
      clients: groups.map(({ script, think, planted }) => {
        // Two clients with the same session ID can write to it at once.
        const handOver: Line[] = planted ? [{ kind: 'hand-over', to: 'client' }] : [];
        const [first, ...others] = script;
        const lines = first === undefined ? [] : [first, ...handOver, ...others];
        return clients(lines, { think });
      }),
    }),
  );

describe('in every run', () => {
  it('without faults all copies agree in the end', () => {
    fc.assert(
      fc.property(anyReplicated, (any) => {
        const events = record(any, []);
        const [first, ...others] = Array.from({ length: any.servers }, (_, index) =>
          Object.fromEntries(knownOn(serverId(index + 1), events)),
        );
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it('versions never go back, and ended sessions never return, while a server is alive', () => {
    fc.assert(
      fc.property(anyReplicated, anyCommands, (any, commands) => {
        const versions = new Map<string, number>();
        for (const event of record(any, commands)) {
          if (event.kind === 'node-crashed') {
            for (const key of versions.keys()) if (key.startsWith(`${event.node} `)) versions.delete(key);
          }
          if (event.kind !== 'remembered') continue;
          const { node, item } = event;
          if (item.kind === 'ended-session')
            versions.set(`${node} ${item.ended.id}`, Number.POSITIVE_INFINITY);
          if (item.kind !== 'session') continue;
          const key = `${node} ${item.session.id}`;
          expect(item.session.version).toBeGreaterThanOrEqual(versions.get(key) ?? 0);
          versions.set(key, item.session.version);
        }
      }),
      { numRuns: 150 },
    );
  });
});
