/** One schedule of a soak: drawn from the soak's seed and its own number, run, and watched. */
import fc from 'fast-check';
import { record, simulate } from '../../src/simulation/simulate.ts';
import { agreementBefore } from '../support/invariants/agreement.ts';
import { Watch } from '../support/invariants/checker.ts';
import { invariantsOf } from '../support/invariants/invariants.ts';
import { anySchedule, type Schedule } from '../support/schedules.ts';
import type { Situations } from './situations.ts';

export interface Violation {
  readonly schedule: Schedule;
  readonly problems: readonly string[];
}

/** What needs the whole trace, or a second run, is asked of one schedule in so many. */
const THOROUGH_EVERY = 20;

/**
 * @param number From 0.
 * @param situations Is told of what the run comes to.
 * @returns What is wrong with the shortest schedule like this one that breaks something; null when nothing is wrong.
 */
export function soakSchedule(seed: number, number: number, situations: Situations | null): Violation | null {
  const isThorough = number % THOROUGH_EVERY === 0;
  const problemsOf = (schedule: Schedule) => [
    ...watch(schedule, situations),
    ...(isThorough ? compare(schedule) : []),
  ];
  const result = fc.check(
    fc.property(anySchedule, (schedule) => problemsOf(schedule).length === 0),
    // Every other one leans to values at the edges.
    { seed: seedOf(seed, number), numRuns: 1, unbiased: number % 2 === 0 },
  );
  const schedule = result.counterexample?.[0];
  return schedule === undefined ? null : { schedule, problems: problemsOf(schedule) };
}

/** Neighbouring numbers get seeds far apart. */
function seedOf(seed: number, number: number): number {
  return (Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b)) | 0;
}

function watch({ scenario, commands }: Schedule, situations: Situations | null): string[] {
  const invariants = new Watch(invariantsOf(scenario), scenario);
  const counter = situations?.counterOf(scenario);
  try {
    simulate(scenario, commands, {
      report(event) {
        invariants.report(event);
        counter?.report(event);
      },
    });
  } catch (error) {
    return [`the run throws: ${error instanceof Error ? error.stack : error}`];
  }
  return invariants.problems;
}

function compare({ scenario, commands }: Schedule): string[] {
  const shared = commands.slice(0, Math.floor(commands.length / 2));
  const [all, some] = [record(scenario, commands), record(scenario, shared)];
  return agreementBefore(all, some, shared.length);
}
