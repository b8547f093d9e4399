/** Finds one's place in another run of the same script and faults. */
import type { Milestone } from '../simulation/kernel/actor.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

/**
 * The step of `other` that shows the same moment as step `index` of `run`: the same leg of the same request, or,
 * where that does not happen there, the last step that is not later. Indices from 0.
 */
export function alignedStep(run: Run, index: number, other: Run): number {
  const step = run.steps[index];
  if (step === undefined) return 0;
  const same = other.steps.findIndex(({ key }) => key === step.key);
  if (same >= 0) return same;
  return Math.max(
    0,
    other.steps.findLastIndex((each) => compareMoments(each, step) <= 0),
  );
}

const milestoneOrder: Readonly<Record<Milestone, number>> = { sent: 0, arrived: 1, answered: 2 };

function compareMoments({ moment: a }: Step, { moment: b }: Step): number {
  return (
    ordinalOf(a.request) - ordinalOf(b.request) ||
    milestoneOrder[a.at] - milestoneOrder[b.at] ||
    a.offsetUs - b.offsetUs
  );
}

/** The number of a request among those of its client, from 1. */
export function ordinalOf(request: string): number {
  return Number(request.slice(request.lastIndexOf('/') + 1));
}
