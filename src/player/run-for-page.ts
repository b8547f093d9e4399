/** The only ways to make a run for the page. They limit the work, because scenarios come from links and files. */
import { type Interruptible, inSlices } from '../sequence/interruptible.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { type Run, runInPieces, runOf } from '../trace/run.ts';

/** Inputs of a run. */
export type RunPlan<Of extends Scenario = Scenario> = Pick<Run<Of>, 'scenario' | 'commands'> &
  Partial<Pick<Run, 'detail'>>;

/** A page waits for its run, so one that would take seconds is truncated. Lessons have some thousands of events. */
export const EVENTS_MAX = 500_000;

export function runForPage<Of extends Scenario>({ scenario, commands, detail }: RunPlan<Of>): Run<Of> {
  return runOf(scenario, commands, { eventsMax: EVENTS_MAX }, detail);
}

export function runForPageInPieces<Of extends Scenario>({
  scenario,
  commands,
  detail,
}: RunPlan<Of>): Interruptible<Run<Of>> {
  return runInPieces(scenario, commands, { eventsMax: EVENTS_MAX }, detail);
}

/** While the page answers. */
export function runForPageInSlices<Of extends Scenario>(plan: RunPlan<Of>): Promise<Run<Of>> {
  return inSlices(runForPageInPieces(plan));
}
