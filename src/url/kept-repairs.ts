/** What was solved on this device, in one entry of the local storage. */
import { isRecord } from '../simulation/validation/is-record.ts';
import { attempt, type RunStorage, type SavingProblem } from './saved-runs.ts';
import { isSolvedEntry, type SolvedEntry } from './solved-code.ts';

const KEY = 'statescope.repairs';
const VERSION = 1;

export type KeptProblem =
  /** A later version has written it. It's left unchanged. */
  'later-version' | Exclude<SavingProblem, 'name-taken'>;

interface Kept {
  readonly solved: readonly SolvedEntry[];
  readonly problem: KeptProblem | null;
}

/** Entries that can't be read are left out. */
export function keptRepairs(storage: RunStorage | null): Kept {
  if (storage === null) return { solved: [], problem: 'forbidden' };
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (!isRecord(kept)) return { solved: [], problem: null };
    // Before anything else: a later version may keep it in another form.
    if (Number(kept.version) > VERSION) return { solved: [], problem: 'later-version' };
    if (!Array.isArray(kept.solved)) return { solved: [], problem: null };
    return { solved: kept.solved.filter(isSolvedEntry), problem: null };
  } catch (error) {
    return { solved: [], problem: error instanceof SyntaxError ? null : 'forbidden' };
  }
}

/** @returns Null once it's kept. */
export function keepRepairs(storage: RunStorage | null, solved: readonly SolvedEntry[]): KeptProblem | null {
  if (keptRepairs(storage).problem === 'later-version') return 'later-version';
  const problem = attempt(storage, (open) => open.setItem(KEY, JSON.stringify({ version: VERSION, solved })));
  return problem === 'name-taken' ? null : problem;
}

/** The entries with one more. An earlier solution with more stars stays. */
export function withSolved(solved: readonly SolvedEntry[], entry: SolvedEntry): readonly SolvedEntry[] {
  const before = solved.find(({ challenge }) => challenge === entry.challenge);
  if (before !== undefined && before.stars >= entry.stars) return solved;
  return [...solved.filter((each) => each !== before), entry];
}

/** @returns Stops listening for what other tabs solve. */
export function whenRepairedElsewhere(listener: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key === KEY) listener();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
