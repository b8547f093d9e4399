/** Judges every repair of a code again, one after the other. */
import type { RunningJob } from '../../../lab/pool.ts';
import {
  budgetProblem,
  type Challenge,
  changeCount,
  isRepairOf,
  type Repair,
  repairedWith,
} from '../../../lab/repair/challenge.ts';
import { costOf, starsOf } from '../../../lab/repair/cost.ts';
import { trialOf } from '../../../lab/repair/trial.ts';
import { isAccepted, startTrial, type Verdict } from '../../../lab/repair/verdict.ts';
import { runForPage } from '../../../player/run-for-page.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import type { Workers } from '../lab-workers.ts';
import type { ShownChallenge } from './shown-challenge.ts';

export type Finding =
  /** `unknown`: not every run could be carried out, and none of the others fails. */
  | { readonly kind: 'checking' | 'no-such' | 'not-allowed' | 'fails' | 'unknown' }
  | { readonly kind: 'holds'; readonly stars: number };

interface Options {
  readonly workers: Workers;
  readonly challengeOf: (entry: SolvedEntry) => ShownChallenge | null;
  /** Called for each entry in turn, by its index. */
  readonly onFinding: (index: number, finding: Finding) => void;
}

/** @returns Stops it. */
export function checkEntries(
  entries: readonly SolvedEntry[],
  { workers, challengeOf, onFinding }: Options,
): () => void {
  let running: RunningJob | null = null;
  let isOver = false;
  /** Goes on until an entry needs a trial, and again after each trial. */
  const checkFrom = (start: number) => {
    for (let index = start; !isOver && index < entries.length; index += 1) {
      const entry = entries[index] as SolvedEntry;
      const found = findingOrChallenge(entry, challengeOf(entry)?.challenge);
      if ('kind' in found) onFinding(index, found);
      else {
        running = judge(found, entry.repair, workers, (finding) => {
          if (isOver) return;
          onFinding(index, finding);
          checkFrom(index + 1);
        });
        return;
      }
    }
  };
  checkFrom(0);
  return () => {
    isOver = true;
    running?.cancel();
  };
}

/** The challenge, if a trial is needed. */
function findingOrChallenge({ repair }: SolvedEntry, challenge: Challenge | undefined): Finding | Challenge {
  if (challenge === undefined) return { kind: 'no-such' };
  const isAllowed = isRepairOf(challenge, repair) && budgetProblem(challenge, repair) === null;
  return isAllowed ? challenge : { kind: 'not-allowed' };
}

/** @param done Called once, and never before this returns. */
function judge(
  challenge: Challenge,
  repair: Repair,
  { count, create }: Workers,
  done: (finding: Finding) => void,
): RunningJob {
  const scenario = repairedWith(challenge, repair);
  const { commands } = challenge;
  return startTrial(trialOf(challenge, runForPage({ scenario, commands })), {
    workers: count,
    createWorker: create,
    nowMs: () => performance.now(),
    stopsAtFirst: true,
    onProgress(verdict) {
      if (verdict.status === 'running') return;
      const stars = starsOf(challenge, changeCount(repair), costOf(scenario, commands).points);
      done(findingOf(verdict, stars));
    },
  });
}

function findingOf(verdict: Verdict, stars: number): Finding {
  if (verdict.breaks.length > 0) return { kind: 'fails' };
  return isAccepted(verdict) ? { kind: 'holds', stars } : { kind: 'unknown' };
}
