import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import { type ClusterEvent, type Command, DATABASE } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { ledgerAt, onlyCopiesOn } from '../../src/trace/ledger.ts';
import { NodeMemory } from '../../src/trace/node-memory.ts';
import type { Run } from '../../src/trace/run.ts';
import { absentNode, type NodeSnapshot, type Snapshot } from '../../src/trace/snapshots.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario, operated } from '../support/runs.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';
import { sessionOf } from '../support/sessions.ts';

/** Events that have happened when a step is shown. */
function eventsUpTo(run: Run, step: number): readonly ClusterEvent[] {
  return run.events.slice(0, (run.steps[step]?.lastEvent ?? -1) + 1);
}

/** Every node's memory after these events, recomputed from all of them. A crash clears what isn't on disk. */
function memoryAfter(events: readonly ClusterEvent[]): Map<NodeId, Map<string, MemoryItem>> {
  const memory = new Map<NodeId, Map<string, MemoryItem>>();
  const onDisk = new Set<string>();
  for (const event of events) {
    if (event.kind === 'node-started' && !memory.has(event.node)) memory.set(event.node, new Map());
    if (event.kind === 'remembered') {
      memory.get(event.node)?.set(event.key, event.item);
      if (event.durable) onDisk.add(`${event.node} ${event.key}`);
    }
    if (event.kind === 'forgot') memory.get(event.node)?.delete(event.key);
    if (event.kind === 'node-left') memory.get(event.node)?.clear();
    if (event.kind === 'node-crashed') {
      const items = memory.get(event.node);
      for (const key of items?.keys() ?? []) if (!onDisk.has(`${event.node} ${key}`)) items?.delete(key);
    }
  }
  return memory;
}

/** Nodes that are up, and every node's memory. */
function replayed(events: readonly ClusterEvent[]): Record<NodeId, string> {
  const isUp = new Map<NodeId, boolean>();
  for (const event of events) {
    if (event.kind === 'node-started') isUp.set(event.node, true);
    if (event.kind === 'node-crashed' || event.kind === 'node-left') isUp.set(event.node, false);
  }
  return Object.fromEntries(
    [...memoryAfter(events)].map(([node, items]) => [
      node,
      `${isUp.get(node) ? 'up' : 'down'} ${JSON.stringify([...items.values()])}`,
    ]),
  );
}

function shown(snapshot: Snapshot): Record<NodeId, string> {
  const words = ({ isUp, memory }: NodeSnapshot) =>
    `${isUp ? 'up' : 'down'} ${JSON.stringify([...memory].map(({ item }) => item))}`;
  return Object.fromEntries([...snapshot].map(([node, state]) => [node, words(state)]));
}

/** As in memory.ts: a cookie's value, a store entry, the JSON of other user state. Resource state doesn't count. */
function userBytes(item: MemoryItem): number {
  switch (item.kind) {
    case 'cookie':
      return Buffer.byteLength(`${item.name}=${item.value}`);
    case 'session':
      return Buffer.byteLength(item.session.id + JSON.stringify(item.session.data));
    case 'store-entry':
      return Buffer.byteLength(item.entry.key + item.entry.value);
    case 'conversation':
      return Buffer.byteLength(JSON.stringify(item.conversation));
    case 'access-token':
      return Buffer.byteLength(item.token);
    default:
      return 0;
  }
}

describe('a snapshot', () => {
  it('equals a replay of all events up to its step, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const run = runOf(random, commands);
        run.states.forEach(({ snapshot }, step) => {
          expect(shown(snapshot)).toEqual(replayed(eventsUpTo(run, step)));
        });
      }),
    );
  });

  it('separates lost memory from memory on disk while the node is down', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        for (const { snapshot } of runOf(random, commands).states) {
          for (const [, { isUp, memory, lost }] of snapshot) {
            if (lost.length > 0)
              expect([isUp, [...memory].every(({ durable }) => durable)]).toEqual([false, true]);
          }
        }
      }),
    );
  });

  it('keeps the order in the database while it is down and after its restart', () => {
    const { states } = runOf(scenario(), [
      crash(DATABASE, whenAnswered('client/3')),
      restart(DATABASE, whenAnswered('client/3')),
    ]);
    const database = [8, 9, 10].map((step) => states[step]?.snapshot.get(DATABASE));
    expect(database.map((node) => [node?.isUp, node?.memory.size, node?.lost.length])).toEqual([
      [true, 1, 0],
      [false, 1, 0],
      [true, 1, 0],
    ]);
  });

  it('shares unchanged nodes with the previous snapshot', () => {
    const { states } = runOf(scenario(), []);
    const [first, second] = [states[1]?.snapshot, states[2]?.snapshot];
    expect(second?.get('server-1')).toBe(first?.get('server-1'));
    expect(second?.get('client')).not.toBe(first?.get('client'));
  });
});

const sessionAbout = (conversation: Conversation) => ({ session: { data: { conversation } } });

describe('the changes of a step', () => {
  const run = runOf(scenario(), [crash('server-1', whenAnswered('client/2'))]);
  const changesAt = (step: number) => run.states[step]?.changes ?? [];

  it('contain new values and the values that they replaced', () => {
    expect(changesAt(1)).toMatchObject([
      { kind: 'remembered', node: 'server-1', item: sessionAbout({ product: 'laptop' }), before: null },
    ]);
    expect(changesAt(4)).toMatchObject([
      {
        kind: 'remembered',
        item: sessionAbout({ product: 'laptop', quantity: 2 }),
        before: sessionAbout({ product: 'laptop' }),
      },
    ]);
  });

  it('contain what a crash cleared', () => {
    expect(changesAt(6)).toMatchObject([
      { kind: 'lost', node: 'server-1', item: sessionAbout({ product: 'laptop', quantity: 2 }) },
    ]);
  });

  it('contain the lookup of a session that the server lacks', () => {
    const cookie = run.states[2]?.snapshot.get('client')?.memory.first(1)[0]?.item;
    expect(cookie?.kind).toBe('cookie');
    const key = cookie?.kind === 'cookie' ? cookie.value : '';
    expect(changesAt(8)).toEqual([{ kind: 'missed', node: 'server-2', request: 'client/3', key }]);
  });
});

describe('the ledger', () => {
  it('equals the snapshot at every step, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const run = runOf(random, commands);
        run.states.forEach(({ snapshot }, step) => {
          const expected = [...memoryAfter(eventsUpTo(run, step))].flatMap(([node, items]) => {
            const bytes = [...items.values()].reduce((sum, item) => sum + userBytes(item), 0);
            return bytes > 0 ? [[node, bytes]] : [];
          });
          expect(Object.fromEntries(ledgerAt(snapshot))).toEqual(Object.fromEntries(expected));
        });
      }),
    );
  });

  it('counts a session with its ID, and a cookie with its name', () => {
    const { states } = runOf(scenario(), []);
    // {"conversation":{"product":"laptop"}} has 37 bytes, a session ID 32, and "sid=" 4.
    expect(Object.fromEntries(ledgerAt(states[2]?.snapshot ?? new Map()))).toEqual({
      'server-1': 37 + 32,
      client: 4 + 32,
    });
  });

  it('shows no user state on a server at any step when the client carries it', () => {
    const { states } = runOf(scenario({ strategy: 'client-state' }), []);
    const holders = states.map(({ snapshot }) => [...ledgerAt(snapshot).keys()]);
    expect(new Set(holders.flat())).toEqual(new Set(['client']));
  });
});

describe('the only copies on a node', () => {
  const session = (sessionId: string) => ({
    key: sessionId,
    item: { kind: 'session', session: sessionOf(sessionId) } as const,
    durable: false,
  });
  const holds = (isUp: boolean, ...ids: string[]): NodeSnapshot => {
    return { ...absentNode, isUp, membership: 'member', memory: NodeMemory.of(ids.map(session)) };
  };

  it('are the sessions that no other running node has', () => {
    const snapshot = new Map([
      ['server-1', holds(true, 'here', 'copied')],
      ['server-2', holds(true, 'copied', 'there')],
    ]);
    expect(onlyCopiesOn('server-1', snapshot)).toEqual(['here']);
    expect(onlyCopiesOn('server-2', snapshot)).toEqual(['there']);
    expect(onlyCopiesOn('nobody', snapshot)).toEqual([]);
  });

  it('are gone after the node has crashed', () => {
    const run = operated(runOf(scenario(), []), 2, 'crash', 'server-1');
    const copies = [2, 3].map((step) => onlyCopiesOn('server-1', run.states[step]?.snapshot ?? new Map()));
    expect(copies.map(({ length }) => length)).toEqual([1, 0]);
  });
});

it('a cut link is healed whichever end is named first', () => {
  const moment = whenAnswered('client/1');
  const [first, second] = [
    ['load-balancer', 'server-1'],
    ['load-balancer', 'server-2'],
  ] as const;
  const cuts = [first, second].map((between): Command => ({ kind: 'cut', between, moment }));
  const heal: Command = { kind: 'heal', between: ['server-1', 'load-balancer'], moment };
  const run = runOf(scenario(), [...cuts, heal]);
  const cutsAfter = run.steps.flatMap(({ kind }, step) =>
    kind === 'command' ? [run.states[step]?.cuts] : [],
  );
  expect(cutsAfter).toEqual([[first], [first, second], [second]]);
});

describe('a node that doesn’t work', () => {
  const stateAfter = (...commands: readonly Command[]) => {
    const run = runOf(scenario(), commands);
    const last = run.steps.findLastIndex(({ kind }) => kind === 'command');
    const { isUp, isFrozen, isDark } = run.states[last]?.snapshot.get('server-1') ?? absentNode;
    return { isUp, isFrozen, isDark };
  };
  const moment = whenAnswered('client/1');
  const freeze: Command = { kind: 'freeze', node: 'server-1', moment };
  const dark: Command = { kind: 'crash', node: 'server-1', how: 'machine', moment };

  it('is down, dark or frozen, by what has happened to it', () => {
    expect(stateAfter(crash('server-1', moment))).toEqual({ isUp: false, isFrozen: false, isDark: false });
    expect(stateAfter(dark)).toEqual({ isUp: false, isFrozen: false, isDark: true });
    expect(stateAfter(freeze)).toEqual({ isUp: true, isFrozen: true, isDark: false });
    expect(stateAfter(freeze, dark)).toEqual({ isUp: false, isFrozen: false, isDark: true });
  });

  it('is none of these after its restart, or once it continues', () => {
    const well = { isUp: true, isFrozen: false, isDark: false };
    expect(stateAfter(dark, restart('server-1', moment))).toEqual(well);
    expect(stateAfter(freeze, { kind: 'thaw', node: 'server-1', moment })).toEqual(well);
  });
});
