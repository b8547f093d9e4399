/** Runs schedules and tells the hashes of their traces, in whatever engine this file is loaded. */
import { record } from '../../../src/simulation/simulate.ts';
import { traceHash } from '../../../src/trace/trace-hash.ts';
import type { Schedule } from '../schedules.ts';

/** @param schedules As JSON, so that nothing but their text gets from one engine to the other. */
export function hashesOf(schedules: string): string[] {
  const given: readonly Schedule[] = JSON.parse(schedules);
  return given.map(({ scenario, commands }) => traceHash(record(scenario, commands)));
}
