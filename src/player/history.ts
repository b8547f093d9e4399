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

export interface RunHistory {
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
export function createHistory(
  commands: readonly Command[],
  others: readonly (readonly Command[])[] = [],
): RunHistory {
  const root: Branch = { id: 0, commands: [], parent: null, undone: null };
  const all = [root];
  // Comparing each list with all the others would be quadratic, and a link can bring a thousand futures.
  const byKey = new Map([[keyOf([]), root]]);
  const grow = (from: Branch, list: readonly Command[]): Branch => {
    const key = keyOf(list);
    const same = byKey.get(key);
    if (same !== undefined) return same;
    const branch: Branch = { id: all.length, commands: list, parent: from.id, undone: null };
    all.push(branch);
    byKey.set(key, branch);
    return branch;
  };
  for (const each of others) grow(byKey.get(keyOf(each.slice(0, -1))) ?? root, each);
  let present = root;
  for (const index of commands.keys()) present = grow(present, commands.slice(0, index + 1));
  return { all, present: present.id, nextId: all.length };
}

export function presentBranch(history: RunHistory): Branch {
  const present = history.all.find(({ id }) => id === history.present);
  if (present === undefined) throw new Error(`There is no branch ${history.present}.`);
  return present;
}

/** Goes on with these commands: on a new branch, or on the one that has just them. */
export function append(history: RunHistory, commands: readonly Command[]): RunHistory {
  const same = history.all.find((branch) => areSame(branch.commands, commands));
  if (same !== undefined) return checkout(history, same.id);
  const { all, present, nextId } = history;
  const branch: Branch = { id: nextId, commands, parent: present, undone: null };
  return { all: [...all, branch], present: nextId, nextId: nextId + 1 };
}

export function checkout(history: RunHistory, id: BranchId): RunHistory {
  return history.all.some((branch) => branch.id === id) ? { ...history, present: id } : history;
}

/** The one after the present one, and after the last the first. */
export function nextBranch({ all, present }: RunHistory): BranchId {
  const index = all.findIndex(({ id }) => id === present);
  return all[(index + 1) % all.length]?.id ?? present;
}

export function undo(history: RunHistory): RunHistory {
  const { id, parent } = presentBranch(history);
  if (parent === null) return history;
  const all = history.all.map((branch) => (branch.id === parent ? { ...branch, undone: id } : branch));
  return { ...history, all, present: parent };
}

export function redo(history: RunHistory): RunHistory {
  const { undone } = presentBranch(history);
  return undone === null ? history : checkout(history, undone);
}

/** What was grown from it stays, as grown from its parent. The last branch of all stays, too. */
export function remove(history: RunHistory, id: BranchId): RunHistory {
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
  return { ...history, all, present };
}

function areSame(some: readonly Command[], others: readonly Command[]): boolean {
  return (
    some.length === others.length &&
    some.every((each, index) => commandText(each) === commandText(others[index] ?? each))
  );
}

/** The same for equal lists. */
const keyOf = (commands: readonly Command[]) => commands.map(commandText).join();

const texts = new WeakMap<Command, string>();

/** The same for equal commands: they are plain data, whose fields are always written in the same order. */
export function commandText(command: Command): string {
  const text = texts.get(command) ?? JSON.stringify(command);
  texts.set(command, text);
  return text;
}
