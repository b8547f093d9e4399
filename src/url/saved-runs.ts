/** Runs that somebody has saved by name in this browser, an entry each: a broken one leaves the others as they are. */
import type { Scenario } from '../simulation/scenario.ts';
import { type CodedRun, decodeRun, encodeRun, type RunCodeProblem } from './run-code.ts';

const PREFIX = 'statescope.sandbox.';

export const SAVED_NAME_LENGTH_MAX = 60;

/** What a browser offers to keep things in; a part of `Storage`. */
export interface RunStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface SavedRun {
  readonly name: string;
  /** Or what is wrong with it: it stays where it is. */
  readonly content: CodedRun | { readonly problem: RunCodeProblem };
}

export type SavingProblem =
  /** The browser keeps nothing here: a private window, or somebody has forbidden it. */
  'forbidden' | 'full' | 'name-taken';

/** Null where the browser keeps nothing. */
export function browserStorage(): RunStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** In the order of their names; null where the browser keeps nothing. */
export function savedRuns(storage: RunStorage | null, base: Scenario): readonly SavedRun[] | null {
  try {
    if (storage === null) return null;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({
        name: key.slice(PREFIX.length),
        content: decodeRun(storage.getItem(key) ?? '', base),
      }))
      .sort((one, other) => one.name.localeCompare(other.name));
  } catch {
    return null;
  }
}

/** In place of what had this name before. */
export function saveRun(
  storage: RunStorage | null,
  name: string,
  run: CodedRun,
  base: Scenario,
): SavingProblem | null {
  return attempt(storage, (open) => open.setItem(PREFIX + name, encodeRun(run, base)));
}

export function renameSaved(storage: RunStorage | null, name: string, newName: string): SavingProblem | null {
  if (name === newName) return null;
  let isTaken = false;
  const problem = attempt(storage, (open) => {
    isTaken = open.getItem(PREFIX + newName) !== null;
    const text = open.getItem(PREFIX + name);
    if (isTaken || text === null) return;
    // The new one first: should there be no room for it, nothing is lost.
    open.setItem(PREFIX + newName, text);
    open.removeItem(PREFIX + name);
  });
  return problem ?? (isTaken ? 'name-taken' : null);
}

export function removeSaved(storage: RunStorage | null, name: string): SavingProblem | null {
  return attempt(storage, (open) => open.removeItem(PREFIX + name));
}

function attempt(storage: RunStorage | null, act: (storage: RunStorage) => void): SavingProblem | null {
  if (storage === null) return 'forbidden';
  try {
    act(storage);
    return null;
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError' && storage.length > 0;
    return isFull ? 'full' : 'forbidden';
  }
}
