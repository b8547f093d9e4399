/** Finds where two branches of a run depart. */
import type { Command } from '../simulation/cluster.ts';
import { compareMoments } from '../trace/alignment.ts';
import { commonCommands } from '../trace/common-steps.ts';
import type { Run } from '../trace/run.ts';
import type { Step } from '../trace/steps.ts';

/** The last step at which these commands and the run's own make no difference. */
export function forkStep(run: Run, others: readonly Command[]): number {
  const { commands, steps } = run;
  const shared = commonCommands(commands, others);
  const own = steps.findIndex((step) => step.kind === 'command' && step.key === `command ${shared}`);
  const other = others[shared];
  const untilOwn = own < 0 ? steps.length - 1 : own - 1;
  const untilOther =
    other === undefined ? steps.length - 1 : steps.findLastIndex((step) => isUpTo(step, other, run));
  return Math.max(0, Math.min(untilOwn, untilOther));
}

/** Whether a step has ended when the command takes effect. */
function isUpTo(step: Step, { moment }: Command, { events }: Run): boolean {
  return 'atUs' in moment
    ? (events[step.lastEvent]?.atUs ?? 0) <= moment.atUs
    : compareMoments(step, { moment }) <= 0;
}
