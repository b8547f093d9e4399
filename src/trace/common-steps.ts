/** The common beginning of two runs. */
import type { Command } from '../simulation/cluster.ts';
import type { Run } from './run.ts';

/**
 * Number of equal steps at the beginning of two runs of one scenario. Equal commands give equal events, so the
 * comparison starts at the first command that differs.
 */
export function commonSteps(run: Run, other: Run): number {
  if (run.scenario !== other.scenario || run.detail !== other.detail) return 0;
  const shared = commonCommands(run.commands, other.commands);
  const end = Math.min(eventOfCommand(run, shared), eventOfCommand(other, shared));
  const parting = run.steps.findIndex((step, index) => {
    const twin = other.steps[index];
    return twin?.key !== step.key || twin.lastEvent !== step.lastEvent || step.lastEvent >= end;
  });
  return parting < 0 ? run.steps.length : parting;
}

/** Number of equal commands at the beginning of two lists. Commands are plain data with a fixed field order. */
export function commonCommands(some: readonly Command[], others: readonly Command[]): number {
  const parting = some.findIndex(
    (command, index) => JSON.stringify(command) !== JSON.stringify(others[index]),
  );
  return parting < 0 ? some.length : parting;
}

/** The first event of this command or a later one; Infinity without one. */
function eventOfCommand({ events }: Pick<Run, 'events'>, index: number): number {
  const taken = events.findIndex((event) => event.kind === 'command-taken' && event.index >= index);
  return taken < 0 ? Number.POSITIVE_INFINITY : taken;
}
