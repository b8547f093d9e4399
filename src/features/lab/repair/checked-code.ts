/** Judges every repair of a code again, one after the other. */

import type { Sweep } from '../../../lab/pool.ts';
import { budgetProblem, changeCount, isRepairOf, repairedWith } from '../../../lab/repair/challenge.ts';
import { costOf, starsOf } from '../../../lab/repair/cost.ts';
import { trialOf } from '../../../lab/repair/trial.ts';
import { isAccepted, startTrial } from '../../../lab/repair/verdict.ts';
import { runForPage } from '../../../player/run-for-page.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import type { Workers } from '../sweep-store.ts';
import type { ShownChallenge } from './shown-challenge.ts';

export type Finding =
  | { readonly kind: 'checking' | 'no-such' | 'not-allowed' | 'fails' }
  | { readonly kind: 'holds'; readonly stars: number };

interface Options {
  readonly workers: Workers;
  readonly challengeOf: (entry: SolvedEntry) => ShownChallenge | null;
  /** Called for each entry in turn, by its index. */
  readonly onFinding: (index: number, finding: Finding) => void;
}

/** @returns Stops it. */
export function checkEntries(entries: readonly SolvedEntry[], options: Options): () => void {
  let running: Sweep | null = null;
  let isOver = false;
  const next = (index: number) => {
    const entry = entries[index];
    if (isOver || entry === undefined) return;
    running = judgeEntry(entry, options, (finding) => {
      if (isOver) return;
      options.onFinding(index, finding);
      next(index + 1);
    });
  };
  next(0);
  return () => {
    isOver = true;
    running?.cancel();
  };
}

function judgeEntry(
  entry: SolvedEntry,
  { workers: { count, create }, challengeOf }: Options,
  done: (finding: Finding) => void,
): Sweep | null {
  const challenge = challengeOf(entry)?.challenge;
  const { repair } = entry;
  if (challenge === undefined) done({ kind: 'no-such' });
  else if (!isRepairOf(challenge, repair) || budgetProblem(challenge, repair) !== null) {
    done({ kind: 'not-allowed' });
  } else {
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
        done(isAccepted(verdict) ? { kind: 'holds', stars } : { kind: 'fails' });
      },
    });
  }
  return null;
}
