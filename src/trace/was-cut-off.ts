/** A run that can go on forever is stopped at a limit. */
import type { ReadTrace } from './read-trace.ts';

/** Whether the run was stopped at its event limit, with more to come. */
export function wasCutOff({ events }: Pick<ReadTrace, 'events'>): boolean {
  const last = events.at(-1);
  return last?.kind === 'run-ended' && last.reason !== 'finished';
}
