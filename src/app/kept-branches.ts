/** Branches from before a reload, as the browser has kept them. Not checked: another version may have written them. */
import type { OpenedOver } from '../player/history.ts';

export interface Kept {
  /** As `keptBranches` returns them. */
  readonly branches: unknown;
  /** As an earlier version of the page has kept them. */
  readonly futures: readonly unknown[];
}

export const nothingKept: Kept = { branches: null, futures: [] };

/** Whether there's a branch with commands. */
export function hasBranches({ branches, futures }: Kept): boolean {
  const { commands } = fieldsOf(historyIn(branches));
  const isSome = (each: unknown) => !Array.isArray(each) || each.length > 0;
  return futures.some(isSome) || (commands !== undefined && isSome(commands));
}

export function historyIn(branches: unknown): unknown {
  return fieldsOf(branches).history;
}

/** Null if the work wasn't opened in place of other work. */
export function openedOverIn(branches: unknown): OpenedOver | null {
  const { opened, isChange } = fieldsOf(branches);
  return typeof opened === 'number' ? { branch: opened, isChange: isChange === true } : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
