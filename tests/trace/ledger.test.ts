/** The entries of the ledger's list, and a node's only copies. `snapshots.test.ts` has the amounts. */
import { describe, expect, it } from 'vitest';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { entriesUpTo, onlyCopiesOn } from '../../src/trace/ledger.ts';
import { NodeMemory } from '../../src/trace/node-memory.ts';
import {
  absentNode,
  type MemoryChange,
  type NodeSnapshot,
  type StepState,
} from '../../src/trace/snapshots.ts';
import { sessionOf } from '../support/sessions.ts';

const cookie: MemoryItem = { kind: 'cookie', name: 'sid', value: 'ab12' };
const mark: MemoryItem = { kind: 'server-down', server: 'server-1' };

function written(item: MemoryItem, node: string): MemoryChange {
  return { kind: 'remembered', node, item, before: null, request: null };
}

const missed: MemoryChange = { kind: 'missed', node: 'server-2', request: 'client/1', key: 'ab12' };

function run(...changes: readonly (readonly MemoryChange[])[]): { readonly states: readonly StepState[] } {
  return { states: changes.map((each) => ({ snapshot: new Map() as never, changes: each, cuts: [] })) };
}

describe('the entries of the ledger', () => {
  const { states } = run(
    [written(cookie, 'client')],
    [written(mark, 'load-balancer'), written(cookie, 'a'), written(cookie, 'b')],
    [],
    [missed],
    [written(cookie, 'later')],
  );
  const upTo = (step: number, max: number) =>
    entriesUpTo({ states }, step, max).map(({ step: at, change }) => `${at} ${change.kind} ${change.node}`);

  it('are the changes of user state and the failed lookups up to a step, latest first', () => {
    expect(upTo(3, 9)).toEqual([
      '3 missed server-2',
      '1 remembered b',
      '1 remembered a',
      '0 remembered client',
    ]);
    expect(upTo(0, 9)).toEqual(['0 remembered client']);
    expect(upTo(-1, 9)).toEqual([]);
    expect(upTo(9, 1)).toEqual(['4 remembered later']);
  });

  it('are limited to the latest ones, also within a step', () => {
    expect(upTo(3, 2)).toEqual(['3 missed server-2', '1 remembered b']);
    expect(upTo(3, 0)).toEqual([]);
  });
});

describe('the only copies on a node', () => {
  const entry = (id: string, durable: boolean) => ({
    key: id,
    item: { kind: 'session', session: sessionOf(id) } as const,
    durable,
  });
  const holding = (isUp: boolean, ...items: readonly ReturnType<typeof entry>[]): NodeSnapshot => ({
    ...absentNode,
    isUp,
    membership: 'member',
    memory: NodeMemory.of(items),
  });

  it('exclude what is on its own disk, unless the node leaves with it', () => {
    const snapshot = new Map([['store', holding(true, entry('kept', true), entry('lost', false))]]);
    expect(onlyCopiesOn('store', snapshot)).toEqual(['lost']);
    expect(onlyCopiesOn('store', snapshot, { keepsDisk: false })).toEqual(['kept', 'lost']);
  });

  it('exclude copies on nodes that run, and no others', () => {
    const copy = entry('copied', false);
    const withOther = (isUp: boolean) =>
      new Map([
        ['server-1', holding(true, copy)],
        ['server-2', holding(isUp, copy)],
      ]);
    expect(onlyCopiesOn('server-1', withOther(true))).toEqual([]);
    expect(onlyCopiesOn('server-1', withOther(false))).toEqual(['copied']);
  });

  it('are sessions: other memory isn’t counted', () => {
    const other = { key: 'x', item: mark, durable: false };
    const snapshot = new Map([
      ['server-1', { ...holding(true), memory: NodeMemory.of([other]) }],
      ['server-2', { ...holding(true), memory: NodeMemory.of([other]) }],
    ]);
    expect(onlyCopiesOn('server-1', snapshot)).toEqual([]);
  });
});
