/**
 * The futures of a run: lists of commands, each grown from another by a command. An experiment adds one and takes
 * none away; only a person removes one. No two of them are the same.
 */
import type { Command } from '../simulation/cluster.ts';

export type BranchId = number;

export interface Branch {
  readonly id: BranchId;
  readonly commands: readonly Command[];
  /** From which it was grown: there Undo leads. Null where there is nothing to undo. */
  readonly parent: BranchId | null;
  /** The branch that was undone last from here: there Redo leads. */
  readonly undone: BranchId | null;
}

export interface Branches {
  /** In the order in which they were grown; never empty. */
  readonly all: readonly Branch[];
  readonly present: BranchId;
  readonly nextId: BranchId;
}

/**
 * The run as it comes, and one branch for each of the commands it comes with, so that each can be undone.
 *
 * @param others Futures that were tried before; each grows from the one that lacks but its last command, if it is there.
 */
export function plantBranches(
  commands: readonly Command[],
  others: readonly (readonly Command[])[] = [],
): Branches {
  const root: Branch = { id: 0, commands: [], parent: null, undone: null };
  const bare: Branches = { all: [root], present: 0, nextId: 1 };
  const grown = others.reduce((branches, each) => {
    const stem = branches.all.find((branch) => areSame(branch.commands, each.slice(0, -1))) ?? root;
    return grow(choose(branches, stem.id), each);
  }, bare);
  const prefixes = commands.map((_, index) => commands.slice(0, index + 1));
  return prefixes.reduce(grow, choose(grown, root.id));
}

export function presentBranch(branches: Branches): Branch {
  const present = branches.all.find(({ id }) => id === branches.present);
  if (present === undefined) throw new Error(`There is no branch ${branches.present}.`);
  return present;
}

/** Goes on with these commands: on a new branch, or on the one that has just them. */
export function grow(branches: Branches, commands: readonly Command[]): Branches {
  const same = branches.all.find((branch) => areSame(branch.commands, commands));
  if (same !== undefined) return choose(branches, same.id);
  const { all, present, nextId } = branches;
  const branch: Branch = { id: nextId, commands, parent: present, undone: null };
  return { all: [...all, branch], present: nextId, nextId: nextId + 1 };
}

export function choose(branches: Branches, id: BranchId): Branches {
  return branches.all.some((branch) => branch.id === id) ? { ...branches, present: id } : branches;
}

/** The one after the present one, and after the last the first. */
export function nextBranch({ all, present }: Branches): BranchId {
  const index = all.findIndex(({ id }) => id === present);
  return all[(index + 1) % all.length]?.id ?? present;
}

export function undo(branches: Branches): Branches {
  const { id, parent } = presentBranch(branches);
  if (parent === null) return branches;
  const all = branches.all.map((branch) => (branch.id === parent ? { ...branch, undone: id } : branch));
  return { ...branches, all, present: parent };
}

export function redo(branches: Branches): Branches {
  const { undone } = presentBranch(branches);
  return undone === null ? branches : choose(branches, undone);
}

/** What was grown from it stays, as grown from its parent. The last branch of all stays, too. */
export function remove(branches: Branches, id: BranchId): Branches {
  const gone = branches.all.find((branch) => branch.id === id);
  if (gone === undefined || branches.all.length === 1) return branches;
  const all = branches.all
    .filter((branch) => branch !== gone)
    .map((branch) => ({
      ...branch,
      parent: branch.parent === id ? gone.parent : branch.parent,
      undone: branch.undone === id ? null : branch.undone,
    }));
  const present = branches.present === id ? (gone.parent ?? all[0]?.id ?? id) : branches.present;
  return { ...branches, all, present };
}

/** Commands are plain data, written by the same hands in the same order of fields. */
function areSame(some: readonly Command[], others: readonly Command[]): boolean {
  return some.length === others.length && JSON.stringify(some) === JSON.stringify(others);
}
