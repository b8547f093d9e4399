/**
 * The branches of a run as small plain data: for the browser's storage, where a reload finds all of them. A link has no
 * room for many.
 */
import { commandText } from '../player/command-text.ts';
import type { Branch, BranchId, RunHistory } from '../player/history.ts';
import { withoutMisfits } from '../player/rebase.ts';
import type { Command } from '../simulation/cluster.ts';
import { COMMANDS_MAX, type Scenario } from '../simulation/scenario.ts';
import { fitsIn } from '../simulation/validation/check-commands.ts';
import { isRecord } from '../simulation/validation/is-record.ts';

/**
 * ID, parent and undone branch (null for none), the number of leading commands that it shares with the branch before it
 * in the list, and then the indexes of its own commands.
 */
type PackedBranch = readonly [BranchId, BranchId | null, BranchId | null, number, ...number[]];

export interface PackedHistory {
  /** Without duplicates. */
  readonly commands: readonly Command[];
  readonly branches: readonly PackedBranch[];
  readonly present: BranchId;
  readonly nextId: BranchId;
}

export function packHistory({ all, present, nextId }: RunHistory): PackedHistory {
  const commands: Command[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (command: Command): number => {
    const text = commandText(command);
    const index = indexes.get(text) ?? commands.push(command) - 1;
    indexes.set(text, index);
    return index;
  };
  let before: readonly number[] = [];
  const branches = all.map(({ id, parent, undone, commands: list }): PackedBranch => {
    const own = list.map(indexOf);
    const differsAt = own.findIndex((index, at) => index !== before[at]);
    const shared = differsAt < 0 ? own.length : differsAt;
    before = own;
    return [id, parent, undone, shared, ...own.slice(shared)];
  });
  return { commands, branches, present, nextId };
}

/**
 * @returns The branches that fit this scenario. Null for a value that `packHistory` can't have made of any branches.
 */
export function unpackHistory(value: unknown, scenario: Scenario): RunHistory | null {
  if (!isRecord(value)) return null;
  const { commands, branches, present, nextId } = value;
  if (!Array.isArray(commands) || !Array.isArray(branches)) return null;
  const all: Branch[] = [];
  let before: readonly Command[] = [];
  for (const each of branches) {
    const branch = branchOf(each, before, commands);
    if (branch === null) return null;
    all.push(branch);
    before = branch.commands;
  }
  const ids = new Set(all.map(({ id }) => id));
  const isKnown = (id: BranchId | null) => id === null || ids.has(id);
  const areKnown = all.every(({ parent, undone }) => isKnown(parent) && isKnown(undone));
  const isWhole = ids.size === all.length && areKnown && isId(present) && ids.has(present);
  if (!isWhole || !isId(nextId) || all.some(({ id }) => id >= nextId)) return null;
  // A removal can be undone until the page is left.
  return withoutMisfits({ all, present, nextId, removed: [] }, fitsIn(scenario));
}

/** Its commands aren't checked. */
function branchOf(value: unknown, before: readonly Command[], commands: readonly Command[]): Branch | null {
  if (!Array.isArray(value)) return null;
  const [id, parent, undone, shared, ...own]: unknown[] = value;
  if (!isId(id) || !(parent === null || isId(parent)) || !(undone === null || isId(undone))) return null;
  if (!isId(shared) || shared > before.length || shared + own.length > COMMANDS_MAX) return null;
  const list = before.slice(0, shared);
  for (const index of own) {
    const command = isId(index) ? commands[index] : undefined;
    if (command === undefined) return null;
    list.push(command);
  }
  return { id, parent, undone, commands: list };
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
