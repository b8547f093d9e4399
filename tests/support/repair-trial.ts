/** Judges repairs on the test's own thread. */
import { type Challenge, type Repair, repairedWith } from '../../src/lab/repair/challenge.ts';
import { type Break, judge, scheduleCount, type Trial, trialOf } from '../../src/lab/repair/trial.ts';
import { runOf } from './run-of.ts';

export function trialWith(challenge: Challenge, repair: Repair): Trial {
  return trialOf(challenge, runOf(repairedWith(challenge, repair), challenge.commands));
}

/** The first schedule that breaks the goal; null if the repair holds in all of them. */
export function firstBreak(trial: Trial): Break | null {
  for (let unit = 0; unit < scheduleCount(trial); unit += 1) {
    const found = judge(trial, unit);
    if (found !== null) return found;
  }
  return null;
}
