/**
 * The branches of a run: lists of commands, each extended from another by one command. An experiment adds a branch and
 * removes none; only a person removes one, and Undo brings it back. Branches are distinct.
 */
import type { Command } from '../simulation/cluster.ts';
import { commandText } from './command-text.ts';

export type BranchId = number;

export interface Branch {
  readonly id: BranchId;
  readonly commands: readonly Command[];
  /** The branch that Undo leads to; null when there's nothing to undo. */
  readonly parent: BranchId | null;
  /** The branch that was undone last from here, for Redo. */
  readonly undone: BranchId | null;
}

export interface RunHistory {
  /** In order of creation; never empty. */
  readonly all: readonly Branch[];
  readonly present: BranchId;
  readonly nextId: BranchId;
  /** Removed branches that Undo brings back, the latest last. */
  readonly removed: readonly Removal[];
}

export interface Removal {
  readonly branch: Branch;
  /** Its index among all branches. */
  readonly index: number;
  /** The branches that were extended from it. */
  readonly children: readonly BranchId[];
  /** The branches from which Redo led to it. */
  readonly undoneFrom: readonly BranchId[];
  /** The step at which it was removed, an index from 0. */
  readonly step: number;
  /** The first ID that was given after it was removed. */
  readonly nextId: BranchId;
}

/** How what is shown was opened in place of something else, to which Undo leads back from there. */
export interface OpenedOver {
  /** The present branch at that time. */
  readonly branch: BranchId;
  /** Whether it's the same run after a change, and not something else. */
  readonly isChange: boolean;
}

export function presentBranch(history: RunHistory): Branch {
  const present = history.all.find(({ id }) => id === history.present);
  if (present === undefined) throw new Error(`There is no branch ${history.present}.`);
  return present;
}

/**
 * Continues with these commands: on the branch with exactly these, or on a new one. The scenario may lack what they name,
 * so callers use `append` of `rebase.ts`.
 */
export function appendUnchecked(history: RunHistory, commands: readonly Command[]): RunHistory {
  const same = history.all.find((branch) => areSame(branch.commands, commands));
  if (same !== undefined) return checkout(history, same.id);
  const { all, present, nextId } = history;
  const branch: Branch = { id: nextId, commands, parent: present, undone: null };
  return { ...history, all: [...all, branch], present: nextId, nextId: nextId + 1 };
}

export function checkout(history: RunHistory, id: BranchId): RunHistory {
  const isOther = id !== history.present && history.all.some((branch) => branch.id === id);
  return isOther ? { ...history, present: id } : history;
}

/** The branch after the present one, wrapping around. */
export function nextBranch({ all, present }: RunHistory): BranchId {
  const index = all.findIndex(({ id }) => id === present);
  return all[(index + 1) % all.length]?.id ?? present;
}

/** What Undo takes back: a removal, or the last command of the present branch; null if there's nothing to undo. */
export function lastChange(history: RunHistory): { readonly removal: Removal | null } | null {
  const { id, parent } = presentBranch(history);
  const removal = history.removed.at(-1) ?? null;
  // A branch that was made after the removal is the later change.
  if (removal !== null && (parent === null || id < removal.nextId)) return { removal };
  return parent === null ? null : { removal: null };
}

export function undo(history: RunHistory): RunHistory {
  const change = lastChange(history);
  if (change === null) return history;
  if (change.removal !== null) return restored(history, change.removal);
  const { id, parent } = presentBranch(history);
  if (parent === null) return history;
  const all = history.all.map((branch) => (branch.id === parent ? { ...branch, undone: id } : branch));
  return { ...history, all, present: parent };
}

/** Where it was, with its children attached to it again. */
function restored(history: RunHistory, { branch, index, children, undoneFrom }: Removal): RunHistory {
  const removed = history.removed.slice(0, -1);
  const same = history.all.find(({ commands }) => areSame(commands, branch.commands));
  // The same commands may have been given again since.
  if (same !== undefined) return { ...history, removed, present: same.id };
  const isThere = (id: BranchId | null) => history.all.some((each) => each.id === id);
  const parent = isThere(branch.parent) ? branch.parent : null;
  const undone = isThere(branch.undone) ? branch.undone : null;
  const others = history.all.map((each) => ({
    ...each,
    parent: children.includes(each.id) && each.parent === branch.parent ? branch.id : each.parent,
    // Another branch may have been undone from there since.
    undone: undoneFrom.includes(each.id) ? (each.undone ?? branch.id) : each.undone,
  }));
  return {
    ...history,
    all: others.toSpliced(index, 0, { ...branch, parent, undone }),
    present: branch.id,
    removed,
  };
}

export function redo(history: RunHistory): RunHistory {
  const { undone } = presentBranch(history);
  return undone === null ? history : checkout(history, undone);
}

/**
 * Its children stay, attached to its parent. The only remaining branch can't be removed.
 *
 * @param step The present step, an index from 0, to which Undo returns.
 */
export function remove(history: RunHistory, id: BranchId, step = 0): RunHistory {
  const gone = history.all.find((branch) => branch.id === id);
  if (gone === undefined || history.all.length === 1) return history;
  const all = history.all
    .filter((branch) => branch !== gone)
    .map((branch) => ({
      ...branch,
      parent: branch.parent === id ? gone.parent : branch.parent,
      undone: branch.undone === id ? null : branch.undone,
    }));
  const present = history.present === id ? (gone.parent ?? all[0]?.id ?? id) : history.present;
  const removal: Removal = {
    branch: gone,
    index: history.all.indexOf(gone),
    children: history.all.filter(({ parent }) => parent === id).map((child) => child.id),
    undoneFrom: history.all.filter(({ undone }) => undone === id).map((each) => each.id),
    step,
    nextId: history.nextId,
  };
  return { ...history, all, present, removed: [...history.removed, removal] };
}

function areSame(some: readonly Command[], others: readonly Command[]): boolean {
  return (
    some.length === others.length &&
    some.every((each, index) => commandText(each) === commandText(others[index] ?? each))
  );
}
