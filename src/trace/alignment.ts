/** Finds one's place in another run of the same script and faults. */
import type { Milestone } from '../simulation/kernel/actor.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

/** Takes a step of one run to a step of the other, as indices from 0. */
export type Alignment = (index: number) => number;

/**
 * Each step of `run` is taken to the step of `other` that shows the same moment: the same leg of the same request,
 * or, where that does not happen there, the last step that is not later.
 */
export function alignmentOf(run: Run, other: Run): Alignment {
  const indexByKey = new Map(other.steps.map(({ key }, index) => [key, index]));
  return (index) => {
    const step = run.steps[index];
    if (step === undefined) return 0;
    const earlier = () => other.steps.findLastIndex((each) => compareMoments(each, step) <= 0);
    return Math.max(0, indexByKey.get(step.key) ?? earlier());
  };
}

const milestoneOrder: Readonly<Record<Milestone, number>> = { sent: 0, arrived: 1, answered: 2 };

/** Below zero for the earlier one first. */
export function compareMoments(
  { moment: a }: Pick<Step, 'moment'>,
  { moment: b }: Pick<Step, 'moment'>,
): number {
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
