/** Named runs saved in this browser, one storage entry each, so that a broken one doesn't affect the others. */
import type { Scenario } from '../simulation/scenario.ts';
import { type CodedRun, decodeRun, encodeRun, type RunCodeProblem } from './run-code.ts';

const PREFIX = 'statescope.sandbox.';

export const SAVED_NAME_LENGTH_MAX = 60;

/** The used part of `Storage`. */
export interface RunStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface SavedRun {
  readonly name: string;
  /** Or the problem with it. The entry stays in place. */
  readonly content: CodedRun | { readonly problem: RunCodeProblem };
}

export type SavingProblem =
  /** The browser refuses storage: in a private window, or by a setting. */
  'forbidden' | 'full' | 'name-taken';

/** Null where storage isn't available. */
export function browserStorage(): RunStorage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Sorted by name; null where storage isn't available. */
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

/**
 * @param replaces Whether to replace a different entry with the same name. Another tab may have saved one that the reader
 * hasn't seen.
 */
export function saveRun(
  storage: RunStorage | null,
  name: string,
  run: CodedRun,
  base: Scenario,
  { replaces = false } = {},
): SavingProblem | null {
  const text = encodeRun(run, base);
  const before = savedEntry(storage, name);
  if (!replaces && before !== null && before.text !== text) return 'name-taken';
  return attempt(storage, (open) => open.setItem(PREFIX + name, text));
}

/** An entry as it's stored, even one that this version can't read. */
export interface SavedEntry {
  readonly name: string;
  readonly text: string;
}

export function savedEntry(storage: RunStorage | null, name: string): SavedEntry | null {
  try {
    const text = storage?.getItem(PREFIX + name) ?? null;
    return text === null ? null : { name, text };
  } catch {
    return null;
  }
}

/** Brings back an entry that was removed or replaced. */
export function restoreSaved(
  storage: RunStorage | null,
  { name, text }: SavedEntry,
  { replaces = false } = {},
): SavingProblem | null {
  if (!replaces && savedEntry(storage, name) !== null) return 'name-taken';
  return attempt(storage, (open) => open.setItem(PREFIX + name, text));
}

/** @returns Stops listening for changes that other tabs make. */
export function whenSavedElsewhere(listener: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

export function renameSaved(storage: RunStorage | null, name: string, newName: string): SavingProblem | null {
  if (name === newName) return null;
  let isTaken = false;
  const problem = attempt(storage, (open) => {
    isTaken = open.getItem(PREFIX + newName) !== null;
    const text = open.getItem(PREFIX + name);
    if (isTaken || text === null) return;
    // The new entry first: if there's no room for it, nothing is lost.
    open.setItem(PREFIX + newName, text);
    open.removeItem(PREFIX + name);
  });
  return problem ?? (isTaken ? 'name-taken' : null);
}

export function removeSaved(storage: RunStorage | null, name: string): SavingProblem | null {
  return attempt(storage, (open) => open.removeItem(PREFIX + name));
}

export function attempt(
  storage: RunStorage | null,
  act: (storage: RunStorage) => void,
): SavingProblem | null {
  if (storage === null) return 'forbidden';
  try {
    act(storage);
    return null;
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError' && storage.length > 0;
    return isFull ? 'full' : 'forbidden';
  }
}
