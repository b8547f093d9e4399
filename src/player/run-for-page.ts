/** The one way to a run that the page shows or counts in. It bounds the work, since scenarios come from links and files. */
import type { Scenario } from '../simulation/scenario.ts';
import { type Run, runOf } from '../trace/run.ts';

/** All that a run comes from. */
export type RunPlan<Of extends Scenario = Scenario> = Pick<Run<Of>, 'scenario' | 'commands'> &
  Partial<Pick<Run, 'detail'>>;

/** A page waits for its run: one that would take seconds is cut off. Lessons take some thousands. */
export const EVENTS_MAX = 500_000;

export function runForPage<Of extends Scenario>({ scenario, commands, detail }: RunPlan<Of>): Run<Of> {
  return runOf(scenario, commands, { eventsMax: EVENTS_MAX }, detail);
}
