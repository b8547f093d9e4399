/** How far two runs are the same. */
import type { Command } from '../simulation/cluster.ts';
import type { Run } from './run.ts';

/**
 * How many steps two runs of one scenario begin with alike. Commands that agree up to a moment give the same events
 * up to it, so nothing is compared that lies before the first command that only one of them takes.
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

/** How many commands two lists begin with alike. Commands are plain data with their fields in one order. */
export function commonCommands(some: readonly Command[], others: readonly Command[]): number {
  const parting = some.findIndex(
    (command, index) => JSON.stringify(command) !== JSON.stringify(others[index]),
  );
  return parting < 0 ? some.length : parting;
}

/** The first event of this command or of a later one; none is an event that never comes. */
function eventOfCommand({ events }: Pick<Run, 'events'>, index: number): number {
  const taken = events.findIndex((event) => event.kind === 'command-taken' && event.index >= index);
  return taken < 0 ? Number.POSITIVE_INFINITY : taken;
}
