/** The branches that a run begins with. */
import type { Command } from '../simulation/cluster.ts';
import { commandText } from './command-text.ts';
import type { Branch, RunHistory } from './history.ts';

/**
 * The run without commands, and one branch per initial command, so that each can be undone.
 *
 * @param others Branches that were tried before. Each is attached to the branch that lacks only its last command, if
 * present.
 */
export function createHistory(
  commands: readonly Command[],
  others: readonly (readonly Command[])[] = [],
): RunHistory {
  const root: Branch = { id: 0, commands: [], parent: null, undone: null };
  const all = [root];
  // Comparing each list with all others would be quadratic, and a link can contain a thousand branches.
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
  return { all, present: present.id, nextId: all.length, removed: [] };
}

/** Equal for equal lists. */
function keyOf(commands: readonly Command[]): string {
  return commands.map(commandText).join();
}
