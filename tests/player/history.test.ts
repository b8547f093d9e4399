import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Branches,
  choose,
  grow,
  nextBranch,
  plantBranches,
  presentBranch,
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

type Operation = (branches: Branches) => Branches;

/** As the player does it: some of the commands so far, and one more. */
const anyGrowth: fc.Arbitrary<Operation> = fc.tuple(fc.nat({ max: 4 }), anyCommand).map(
  ([kept, command]) =>
    (branches) =>
      grow(branches, [...presentBranch(branches).commands.slice(0, kept), command]),
);

const anyRemoval: fc.Arbitrary<Operation> = fc
  .nat({ max: 8 })
  .map((index) => (branches) => remove(branches, branches.all[index % branches.all.length]?.id ?? -1));

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: anyGrowth },
  { weight: 1, arbitrary: anyRemoval },
  fc.constantFrom<Operation>(
    undo,
    redo,
    (branches) => choose(branches, nextBranch(branches)),
    (branches) => grow(branches, []),
  ),
);

const anyBranches: fc.Arbitrary<Branches> = fc
  .tuple(fc.array(anyCommand, { maxLength: 3 }), fc.array(anyOperation, { maxLength: 20 }))
  .map(([commands, operations]) =>
    operations.reduce((branches, operate) => operate(branches), plantBranches(commands)),
  );

const listsOf = ({ all }: Branches) => all.map(({ commands }) => JSON.stringify(commands));

describe('whatever is done', () => {
  it('there is a present branch, no two are the same, and Undo always comes to an end', () => {
    fc.assert(
      fc.property(anyBranches, (branches) => {
        expect(() => presentBranch(branches)).not.toThrow();
        expect(new Set(listsOf(branches)).size).toBe(branches.all.length);
        expect(new Set(branches.all.map(({ id }) => id)).size).toBe(branches.all.length);
        let back = branches;
        for (let press = 0; press < branches.all.length; press += 1) back = undo(back);
        expect(presentBranch(back).parent).toBeNull();
      }),
    );
  });

  it('an experiment takes nothing away', () => {
    fc.assert(
      fc.property(anyBranches, anyGrowth, (branches, experiment) => {
        const after = experiment(branches);
        expect(listsOf(after)).toEqual(expect.arrayContaining(listsOf(branches)));
        expect(after.all.length - branches.all.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('Undo after a new experiment leads back to where it was made, and Redo to the experiment again', () => {
    fc.assert(
      fc.property(anyBranches, anyGrowth, (branches, experiment) => {
        const after = experiment(branches);
        fc.pre(after.all.length > branches.all.length);
        const undone = undo(after);
        expect(undone.present).toBe(branches.present);
        expect(redo(undone).present).toBe(after.present);
      }),
    );
  });

  it('removing takes that one alone, and of the last one nothing', () => {
    fc.assert(
      fc.property(anyBranches, fc.nat({ max: 20 }), (branches, index) => {
        const gone = branches.all[index % branches.all.length];
        fc.pre(gone !== undefined);
        const after = remove(branches, gone.id);
        const left = listsOf(branches).filter((list) => list !== JSON.stringify(gone.commands));
        expect(listsOf(after)).toEqual(branches.all.length === 1 ? listsOf(branches) : left);
        if (gone.id !== branches.present) expect(after.present).toBe(branches.present);
      }),
    );
  });

  it('one after the other, every branch is reached', () => {
    fc.assert(
      fc.property(anyBranches, (branches) => {
        const reached = new Set<number>();
        let at = branches;
        for (let press = 0; press < branches.all.length; press += 1) {
          at = choose(at, nextBranch(at));
          reached.add(at.present);
        }
        expect(reached.size).toBe(branches.all.length);
      }),
    );
  });
});

it('a run that comes with commands can have each of them undone', () => {
  const commands = [crash(1, 1), crash(2, 2)];
  const branches = plantBranches(commands);
  expect(presentBranch(branches).commands).toEqual(commands);
  expect(presentBranch(undo(branches)).commands).toEqual(commands.slice(0, 1));
  expect(presentBranch(undo(undo(branches))).commands).toEqual([]);
});

it('what was tried before is there again, and can be undone as it could', () => {
  fc.assert(
    fc.property(anyBranches, (before) => {
      const { commands } = presentBranch(before);
      const after = plantBranches(
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
