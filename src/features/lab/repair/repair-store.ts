/**
 * The repairs on the page, their latest tests, and what was solved. It lives outside the view, so that a reader who watches
 * a schedule on the stage comes back to everything as it was. A reload finds the repairs in the session storage.
 */
import { createStore } from 'zustand/vanilla';
import { challengeById } from '../../../challenges/challenges.ts';
import type { RunningJob } from '../../../lab/pool.ts';
import {
  type Challenge,
  changeCount,
  isRepairOf,
  type Repair,
  repairedWith,
  withSetting,
} from '../../../lab/repair/challenge.ts';
import { type Cost, costOf, starsOf } from '../../../lab/repair/cost.ts';
import type { SettingId, SettingValue } from '../../../lab/repair/settings.ts';
import { type Trial, trialOf } from '../../../lab/repair/trial.ts';
import { isAccepted, startTrial, type Verdict } from '../../../lab/repair/verdict.ts';
import { runForPage } from '../../../player/run-for-page.ts';
import { isRecord } from '../../../simulation/validation/is-record.ts';
import { readChallengeCode } from '../../../url/challenge-code.ts';
import { type Draft, type Drafts, draftsOf } from '../../../url/kept-drafts.ts';
import {
  type KeptProblem,
  keepRepairs,
  keptRepairs,
  whenRepairedElsewhere,
  withSolved,
} from '../../../url/kept-repairs.ts';
import { browserStorage, type RunStorage } from '../../../url/saved-runs.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import type { Workers } from '../lab-workers.ts';

/** The ID of a challenge, or the code of one that a reader has made. */
export type ChallengeKey = string;

/** The latest test of a challenge. */
export interface TestState {
  readonly repair: Repair;
  readonly trial: Trial;
  readonly verdict: Verdict | null;
  readonly cost: Cost;
}

export interface RepairState {
  readonly repairs: Readonly<Record<ChallengeKey, Repair>>;
  readonly tests: Readonly<Record<ChallengeKey, TestState>>;
  readonly solved: readonly SolvedEntry[];
  /** Why what was solved isn't kept; null if it is. */
  readonly problem: KeptProblem | null;
}

interface Surroundings {
  readonly storage: RunStorage | null;
  /** The repairs, by the challenge's key. */
  readonly drafts: Drafts;
  readonly nowMs: () => number;
  /** Minutes since 1970. */
  readonly nowMinutes: () => number;
}

/** Rendering each report would take time from the runs. */
const REPORT_EVERY_MS = 150;
const MINUTE_MS = 60_000;

export type RepairStore = ReturnType<typeof createRepairStore>;

export function createRepairStore({ storage, drafts, nowMs, nowMinutes }: Surroundings) {
  const store = createStore<RepairState>(() => ({
    repairs: repairsIn(drafts.getAll()),
    tests: {},
    ...keptRepairs(storage),
  }));
  let running: RunningJob | null = null;
  const showTest = (key: ChallengeKey, test: TestState) =>
    store.setState(({ tests }) => ({ tests: { ...tests, [key]: test } }));
  const solve = (entry: SolvedEntry) => {
    // Another tab may have stored something meanwhile.
    const latest = keptRepairs(storage).solved.reduce(withSolved, store.getState().solved);
    const solved = withSolved(latest, entry);
    store.setState({ solved, problem: keepRepairs(storage, solved) });
  };
  const change = (key: ChallengeKey, repair: Repair) => {
    store.setState(({ repairs }) => ({ repairs: { ...repairs, [key]: repair } }));
    drafts.keep(key, changeCount(repair) === 0 ? null : JSON.stringify(repair));
  };
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    set(key: ChallengeKey, challenge: Challenge, id: SettingId, value: SettingValue | undefined): void {
      change(key, withSetting(challenge, store.getState().repairs[key] ?? {}, id, value));
    },
    undoAll: (key: ChallengeKey): void => change(key, {}),
    test(key: ChallengeKey, challenge: Challenge, { count, create }: Workers): void {
      running?.cancel();
      const repair = store.getState().repairs[key] ?? {};
      const scenario = repairedWith(challenge, repair);
      const { commands } = challenge;
      const trial = trialOf(challenge, runForPage({ scenario, commands }));
      const cost = costOf(scenario, commands);
      let reportedMs = Number.NEGATIVE_INFINITY;
      showTest(key, { repair, trial, verdict: null, cost });
      running = startTrial(trial, {
        workers: count,
        createWorker: create,
        nowMs,
        onProgress(verdict) {
          if (verdict.status === 'running' && nowMs() - reportedMs < REPORT_EVERY_MS) return;
          reportedMs = nowMs();
          showTest(key, { repair, trial, verdict, cost });
          if (!isAccepted(verdict)) return;
          const stars = starsOf(challenge, changeCount(repair), cost.points);
          solve({ challenge: key, repair, stars, atMinutes: nowMinutes() });
        },
      });
    },
    /** Without the rest of the schedules there's no verdict. */
    cancel(): void {
      running?.cancel();
    },
    /** Follows what other tabs solve. @returns Stops it. */
    followOthers(): () => void {
      return whenRepairedElsewhere(() =>
        store.setState(({ solved }) => ({ solved: keptRepairs(storage).solved.reduce(withSolved, solved) })),
      );
    },
  };
}

/** Those that still fit their challenges: another version of the page may have kept them. */
function repairsIn(drafts: readonly Draft[]): RepairState['repairs'] {
  return Object.fromEntries(
    drafts.flatMap(({ subject, text }) => {
      const challenge = challengeById(subject) ?? readChallengeCode(subject);
      const repair = parsed(text);
      return challenge !== null && isRecord(repair) && isRepairOf(challenge, repair)
        ? [[subject, repair]]
        : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const repairStore = createRepairStore({
  storage: browserStorage(),
  drafts: draftsOf('repair'),
  nowMs: () => performance.now(),
  nowMinutes: () => Math.floor(Date.now() / MINUTE_MS),
});
