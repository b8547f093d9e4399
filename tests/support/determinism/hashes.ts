/** Runs schedules and returns the hashes of their traces, in any JavaScript engine. */
import { record } from '../../../src/simulation/simulate.ts';
import { traceHash } from '../../../src/trace/trace-hash.ts';
import type { Schedule } from '../schedules.ts';

/** @param schedules JSON text, so that both engines get the same input. */
export function hashesOf(schedules: string): string[] {
  const given: readonly Schedule[] = JSON.parse(schedules);
  return given.map(({ scenario, commands }) => traceHash(record(scenario, commands)));
}
