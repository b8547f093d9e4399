/** Branches from before a reload, as the browser has kept them. Not checked: another version may have written them. */

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

/** The branch that the work was opened with in place of other work. */
export function openedBranch(branches: unknown): number | null {
  const { opened } = fieldsOf(branches);
  return typeof opened === 'number' ? opened : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
