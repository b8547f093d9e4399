import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/player/create-history.ts';
import {
  appendUnchecked,
  checkout,
  lastChange,
  nextBranch,
  presentBranch,
  type RunHistory,
  redo,
  remove,
  undo,
} from '../../src/player/history.ts';
import type { Command } from '../../src/simulation/cluster.ts';

const crash = (server: number, request: number): Command => ({
  kind: 'crash',
  node: `server-${server}`,
  moment: { request: `client/${request}`, at: 'sent', offsetUs: 0 },
});

const anyCommand = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([server, request]) => crash(server, request));

type Operation = (history: RunHistory) => RunHistory;

/** Like the player: some of the existing commands, and one more. */
const anyGrowth: fc.Arbitrary<Operation> = fc.tuple(fc.nat({ max: 4 }), anyCommand).map(
  ([kept, command]) =>
    (history) =>
      appendUnchecked(history, [...presentBranch(history).commands.slice(0, kept), command]),
);

const anyRemoval: fc.Arbitrary<Operation> = fc
  .nat({ max: 8 })
  .map((index) => (history) => remove(history, history.all[index % history.all.length]?.id ?? -1));

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: anyGrowth },
  { weight: 1, arbitrary: anyRemoval },
  fc.constantFrom<Operation>(
    undo,
    redo,
    (history) => checkout(history, nextBranch(history)),
    (history) => appendUnchecked(history, []),
  ),
);

const anyBranches: fc.Arbitrary<RunHistory> = fc
  .tuple(fc.array(anyCommand, { maxLength: 3 }), fc.array(anyOperation, { maxLength: 20 }))
  .map(([commands, operations]) =>
    operations.reduce((history, operate) => operate(history), createHistory(commands)),
  );

const listsOf = ({ all }: RunHistory) => all.map(({ commands }) => JSON.stringify(commands));

describe('after any operations', () => {
  it('there is a current branch, all branches differ, and Undo terminates', () => {
    fc.assert(
      fc.property(anyBranches, (history) => {
        expect(() => presentBranch(history)).not.toThrow();
        expect(new Set(listsOf(history)).size).toBe(history.all.length);
        expect(new Set(history.all.map(({ id }) => id)).size).toBe(history.all.length);
        let back = history;
        // Each removal brings a branch back, and each branch has a parent at most once.
        const presses = (history.removed.length + 1) * (history.all.length + history.removed.length);
        for (let press = 0; press < presses; press += 1) back = undo(back);
        expect(lastChange(back)).toBeNull();
      }),
    );
  });

  it('a new branch removes no other', () => {
    fc.assert(
      fc.property(anyBranches, anyGrowth, (history, experiment) => {
        const after = experiment(history);
        expect(listsOf(after)).toEqual(expect.arrayContaining(listsOf(history)));
        expect(after.all.length - history.all.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('Undo after a new branch returns to its origin, and Redo to the branch', () => {
    fc.assert(
      fc.property(anyBranches, anyGrowth, (history, experiment) => {
        const after = experiment(history);
        fc.pre(after.all.length > history.all.length);
        const undone = undo(after);
        expect(undone.present).toBe(history.present);
        expect(redo(undone).present).toBe(after.present);
      }),
    );
  });

  it('removing deletes only that branch, and the last one never', () => {
    fc.assert(
      fc.property(anyBranches, fc.nat({ max: 20 }), (history, index) => {
        const gone = history.all[index % history.all.length];
        fc.pre(gone !== undefined);
        const after = remove(history, gone.id);
        const left = listsOf(history).filter((list) => list !== JSON.stringify(gone.commands));
        expect(listsOf(after)).toEqual(history.all.length === 1 ? listsOf(history) : left);
        if (gone.id !== history.present) expect(after.present).toBe(history.present);
      }),
    );
  });

  it('Undo after removing the present branch brings back all branches, in their order', () => {
    fc.assert(
      fc.property(anyBranches, (history) => {
        const undone = undo(remove(history, history.present));
        fc.pre(history.all.length > 1);
        expect(undone.all).toEqual(history.all);
        expect(undone.present).toBe(history.present);
      }),
    );
  });

  it('Undo takes changes back in order: commands after a removal, the removal, commands before it', () => {
    fc.assert(
      fc.property(anyBranches, anyGrowth, (history, experiment) => {
        fc.pre(history.all.length > 1);
        const removed = remove(history, history.present);
        const after = experiment(removed);
        fc.pre(after.all.length > removed.all.length);
        const back = undo(after);
        expect(back.present).toBe(removed.present);
        expect(presentBranch(undo(back)).commands).toEqual(presentBranch(history).commands);
      }),
    );
  });

  it('stepping through the branches reaches each of them', () => {
    fc.assert(
      fc.property(anyBranches, (history) => {
        const reached = new Set<number>();
        let at = history;
        for (let press = 0; press < history.all.length; press += 1) {
          at = checkout(at, nextBranch(at));
          reached.add(at.present);
        }
        expect(reached.size).toBe(history.all.length);
      }),
    );
  });
});

it('a run opened with commands allows undoing each of them', () => {
  const commands = [crash(1, 1), crash(2, 2)];
  const history = createHistory(commands);
  expect(presentBranch(history).commands).toEqual(commands);
  expect(presentBranch(undo(history)).commands).toEqual(commands.slice(0, 1));
  expect(presentBranch(undo(undo(history))).commands).toEqual([]);
});

it('restored branches can be undone as before', () => {
  fc.assert(
    fc.property(anyBranches, (before) => {
      const { commands } = presentBranch(before);
      const after = createHistory(
        commands,
        before.all.map((branch) => branch.commands),
      );
      expect(listsOf(after)).toEqual(expect.arrayContaining(listsOf(before)));
      expect(presentBranch(after).commands).toEqual(commands);
      let back = after;
      for (let press = 0; press < commands.length; press += 1) back = undo(back);
      expect(presentBranch(back).commands).toEqual([]);
    }),
  );
});

describe('what a history costs', () => {
  /** Commands that are equal but not identical, as a reload brings them, and that count how often they are read. */
  function countedHistory(branches: number, length: number): number {
    let reads = 0;
    const counted = (server: number, request: number): Command => ({
      node: `server-${server}`,
      moment: { request: `client/${request}`, at: 'sent', offsetUs: 0 },
      get kind() {
        reads += 1;
        return 'crash' as const;
      },
    });
    const start = () => Array.from({ length: length - 1 }, (_, index) => counted(1, index + 1));
    const others = Array.from({ length: branches }, (_, index) => [...start(), counted(2, index + 1)]);
    const { all } = createHistory([...start(), counted(3, 1)], others);
    expect(all).toHaveLength(1 + branches + length);
    return reads;
  }

  it('is each command read once, however many branches of equal length there are', () => {
    expect(countedHistory(200, 100)).toBe(201 * 100);
    expect(countedHistory(400, 100)).toBe(401 * 100);
  });
});
