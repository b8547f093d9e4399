/** Sessions that every server keeps: traces T3, T9 and T27, and what must hold of all copies. */
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
import { placementOf } from '../../src/simulation/strategies/strategies.ts';
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
/** Copies leave 50 ms after a write, and the answer is with the client after 25 ms. */
const BEFORE_COPY_US = 5_000;
const AFTER_COPY_US = 100_000;

function told(events: readonly ClusterEvent[]): string[] {
  return exchangesOf(events).map((line) => line.replace(/^(\S+) .*: /, '$1 '));
}

function add(node: string, moment: Moment): Command {
  return { kind: 'add', node, moment };
}

/** What is known of sessions on this server, ended ones included. */
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

describe('T3: with a handover', () => {
  const changed = crash('server-1', whenAnswered('client/1', AFTER_COPY_US));

  it('the next clerk has the note and goes on', () => {
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

  it('a note that is lost on the way gives “two of what?” (T2)', () => {
    const events = record(scenario({ strategy }), [
      drop('server-1', 'server-2', whenAnswered('client/1')),
      changed,
    ]);
    expect(conversationOf(events).slice(2, 4)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 409 ask product',
    ]);
  });

  it('round robin without a crash: each clerk has the note', () => {
    const events = record(scenario({ strategy, balancing: 'round-robin' }), []);
    expect(conversationOf(events).slice(2)).toEqual([
      'client -> server-2: {"quantity":2}',
      'server-2 -> client: 200 2 laptop: 2000000 won, ask payment',
      'client -> server-3: {"payment":"card"}',
      'server-3 -> client: 200 2 laptop: 2000000 won paid by card',
    ]);
  });

  it('a note that comes too late gives “two of what?” as well', () => {
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
      'server-2 -> client: 409 ask product',
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

  it('a server that is added receives all sessions, from those who have them', () => {
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

  it('the memory that sessions take is multiplied by the servers', () => {
    const events = record(scripted([logIn], { strategy, servers: 5 }), []);
    for (let ordinal = 1; ordinal <= 5; ordinal += 1) {
      expect(sessionsOn(serverId(ordinal), events)).toHaveLength(1);
    }
  });

  it('a server that restarts asks its peers, and has all again', () => {
    const events = record(scripted([logIn, me], { strategy }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/1', 2 * AFTER_COPY_US)),
    ]);
    expect(told(events).at(-1)).toBe('client/2 server-1 200 mina');
  });

  it('when all have crashed there is nobody to ask', () => {
    const events = record(scripted([logIn, me], { strategy, servers: 2 }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      crash('server-2', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/1', 2 * AFTER_COPY_US)),
    ]);
    expect(told(events).at(-1)).toBe('client/2 server-1 401 unknown-session');
    expect(sessionsLost(events)[1]).toHaveLength(1);
  });

  it('a server that is drained hands over what was not copied yet', () => {
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

describe('T27: the old note comes back', () => {
  const script = [{ product: 'laptop' }, { quantity: 2 }, { quantity: 3 }, { payment: 'card' }] as const;

  it('a server that missed a copy answers from its old one', () => {
    const events = record(scenario({ strategy, servers: 2, script }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      // Server 2 serves from its copy; Server 1 returns and is updated.
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

  it('with the policy of the lesson, by cookie, as well', () => {
    const events = record(scenario({ strategy, servers: 2, script, balancing: 'cookie' }), [
      crash('server-1', whenAnswered('client/1', AFTER_COPY_US)),
      restart('server-1', whenAnswered('client/2', AFTER_COPY_US)),
      // The cookie names Server 2 by now: only when that is away as well does the customer come back to Server 1.
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

  it('has ended everywhere, and is worth nothing to whoever has its ID', () => {
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const thief = clients([me, me], { arrivesAtUs: 20_000_000 });
    const events = record(
      scenario({ ...roundRobin, clients: [clients([logIn, planted, logOut]), thief] }),
      [],
    );
    expect(told(events).slice(2)).toEqual(['client-2/1 server-1 401 unknown-session', `client-2/2 ${ended}`]);
  });

  it('is not brought back by another server’s copy that was on its way', () => {
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 1_000_000 },
      moment: whenArrived('client/1'),
    };
    // Server 2 writes, and before its copy comes the session ends at Server 3.
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

  it('stays ended although a request that had found it is still at work on it', () => {
    // Every hop takes as long as a request waits for a price: 50 ms there, 50 ms back.
    const hop = { minUs: 50_000, maxUs: 50_000 };
    const network = { internet: { minUs: 20_000, maxUs: 20_000 }, cluster: hop, lossPerMillion: 0 };
    const planted: Line = { kind: 'hand-over', to: 'client-2' };
    const asks: Line = { kind: 'shop', said: { product: 'laptop' } };
    const script = [logIn, planted, logOut];
    const alone = [clients(script), clients([])];
    const logOutSentUs = record(scenario({ strategy, network, clients: alone }), []).find(
      (event) =>
        event.kind === 'request-reached' && event.request === 'client/3' && event.milestone === 'sent',
    )?.atUs;
    // It is looked up 45 ms after the session ended elsewhere, and is to be kept 45 ms after the word of that came.
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

  it('is forgotten altogether once every copy of it would have expired', () => {
    const sessions = { idleUs: 20_000_000, absoluteUs: 40_000_000, renewsIdAtLogin: true };
    const late = clients([visit], { arrivesAtUs: 130_000_000 });
    const events = record(scenario({ strategy, sessions, clients: [clients([logIn, logOut]), late] }), []);
    for (const server of servers) {
      const items = [...knownOn(server, upTo('client-2/1', events)).values()];
      expect(items.filter(({ kind }) => kind === 'ended-session')).toEqual([]);
    }
  });
});

describe('an old copy', () => {
  it('never overwrites what is newer, whenever it comes', () => {
    const stayAway: Command = {
      kind: 'instruct',
      nodes: ['client'],
      instruction: { kind: 'stay-away', forUs: 1_000_000 },
      moment: whenArrived('client/1'),
    };
    // Server 2 has the first version, writes the second and the third; Server 1 has written a second one in between.
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
    // Of the two second versions the one that was seen later counts: Server 1 keeps its own.
    expect(versions).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});

describe('what is written', () => {
  it('is newer than any copy that came since the session was looked up', () => {
    const session = sessionOf('ab12');
    const since = { ...session, version: 3 };
    const flow = placementOf(scenario({ strategy })).save(
      { kind: 'found', data: session.data, session },
      session.data,
      {
        self: 'server-1',
        nowUs: 1,
        memory: new Map([[session.id, { kind: 'session', session: since }]]),
        random: randomStream(1, 'test'),
        members: servers,
      },
      { isLogin: false },
    );
    const written = flow.kind === 'perform' ? flow.effects.filter(({ kind }) => kind === 'remember') : [];
    expect(written).toMatchObject([{ item: { session: { version: 4 } } }]);
  });
});

describe('which of two copies is newer', () => {
  const anySession = fc
    .record({
      version: fc.integer({ min: 1, max: 3 }),
      lastSeenUs: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ version, lastSeenUs, quantity }) => ({ ...sessionOf('id', { quantity }), version, lastSeenUs }));

  it('is the same for everybody, and never both', () => {
    fc.assert(
      fc.property(anySession, anySession, (one, other) => {
        expect(isNewer(one, other) && isNewer(other, one)).toBe(false);
        const areSame = JSON.stringify(one) === JSON.stringify(other);
        expect(isNewer(one, other) || isNewer(other, one)).toBe(!areSame);
      }),
    );
  });

  it('is the one with the later version, whenever it was written', () => {
    const old = { ...sessionOf('id'), version: 2, lastSeenUs: 9 };
    expect(isNewer({ ...old, version: 3, lastSeenUs: 1 }, old)).toBe(true);
  });
});

/** Several customers, also impatient ones, so that copies cross. */
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
        // Also so that now a copy comes in time, and now it crosses another.
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
        // Two who hold the same session ID can write to it at once.
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

  it('versions never go back, and what has ended never comes back, while a server lives', () => {
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
