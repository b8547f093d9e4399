/** One schedule of a soak: generated from the soak's seed and its own number, run, and checked. */
import fc from 'fast-check';
import type { Command } from '../../src/simulation/cluster.ts';
import { record, simulate } from '../../src/simulation/simulate.ts';
import type { TransportScenario } from '../../src/simulation/transport-scenario.ts';
import { agreementBefore } from '../support/invariants/agreement.ts';
import { problemsIn, Watch } from '../support/invariants/checker.ts';
import { invariantsOf } from '../support/invariants/invariants.ts';
import { kernelProblemsIn } from '../support/invariants/kernel-invariants.ts';
import { ledgerProblems } from '../support/invariants/ledger.ts';
import { settlements } from '../support/invariants/requests.ts';
import { runOf } from '../support/run-of.ts';
import { anySchedule, type Schedule } from '../support/schedules.ts';
import { honestAcknowledgments, numbersGoForward, streamsInOrder } from '../support/tcp-invariants.ts';
import { anyTransportCommands, anyTransportScenario } from '../support/transport-arbitraries.ts';
import type { Situations } from './situations.ts';

export interface Violation {
  readonly schedule: AnySchedule;
  readonly problems: readonly string[];
}

type AnySchedule = Schedule | TransportSchedule;

interface TransportSchedule {
  readonly scenario: TransportScenario;
  readonly commands: readonly Command[];
}

const anyTransportSchedule: fc.Arbitrary<TransportSchedule> = fc.record({
  scenario: anyTransportScenario,
  commands: anyTransportCommands,
});

/** One schedule in this many gets the checks that need the whole trace or a second run. */
const THOROUGH_EVERY = 20;
/** How many schedules are tried in the search for a smaller one that fails. All of them would take half an hour. */
const ATTEMPTS_MAX = 600;
/** One schedule in this many is about connections. */
const TRANSPORT_EVERY = 10;

interface Which {
  readonly seed: number;
  /** From 0. */
  readonly number: number;
  readonly shrinks: boolean;
}

/**
 * @param situations Counts the situations that the run reaches.
 * @returns The violations of the smallest schedule found that shows one; null without a violation.
 */
export function soakSchedule(which: Which, situations: Situations | null): Violation | null {
  const { number } = which;
  if (number % TRANSPORT_EVERY === 1) {
    return shortestViolation(anyTransportSchedule, watchTransport, which);
  }
  const isThorough = number % THOROUGH_EVERY === 0;
  const problemsOf = (schedule: Schedule) => [
    ...watch(schedule, situations),
    ...(isThorough ? compare(schedule) : []),
  ];
  return shortestViolation(anySchedule, problemsOf, which);
}

function shortestViolation<Kind extends AnySchedule>(
  any: fc.Arbitrary<Kind>,
  problemsOf: (schedule: Kind) => readonly string[],
  { seed, number, shrinks }: Which,
): Violation | null {
  let attempts = 0;
  const result = fc.check(
    fc.property(any, (schedule) => {
      attempts += 1;
      // A schedule that isn't tried counts as one without a violation, which ends the search.
      return attempts > ATTEMPTS_MAX || problemsOf(schedule).length === 0;
    }),
    // Every other schedule is biased to edge values.
    { seed: seedOf(seed, number), numRuns: 1, unbiased: number % 2 === 0, endOnFailure: !shrinks },
  );
  const schedule = result.counterexample?.[0];
  return schedule === undefined ? null : { schedule, problems: problemsOf(schedule) };
}

/** Spreads the seeds of neighbouring numbers. */
function seedOf(seed: number, number: number): number {
  return (Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b)) | 0;
}

function watch({ scenario, commands }: Schedule, situations: Situations | null): readonly string[] {
  const invariants = new Watch(invariantsOf(scenario), scenario);
  const counter = situations?.counterOf(scenario);
  return orThrown(() => {
    simulate(scenario, commands, {
      report(event) {
        invariants.report(event);
        counter?.report(event);
      },
    });
    return invariants.problems;
  });
}

function watchTransport({ scenario, commands }: TransportSchedule): readonly string[] {
  return orThrown(() => {
    const events = record(scenario, commands);
    const ofTcp = [streamsInOrder, honestAcknowledgments, numbersGoForward];
    return [
      ...kernelProblemsIn(events),
      ...problemsIn(events, settlements),
      ...ofTcp.flatMap((check) => check(events)),
    ];
  });
}

/** A thrown error counts as a violation. */
function orThrown(problemsOf: () => readonly string[]): readonly string[] {
  try {
    return problemsOf();
  } catch (error) {
    return [`the run throws: ${error instanceof Error ? error.stack : error}`];
  }
}

function compare({ scenario, commands }: Schedule): string[] {
  const shared = commands.slice(0, Math.floor(commands.length / 2));
  const [all, some] = [record(scenario, commands), record(scenario, shared)];
  return [...agreementBefore(all, some, shared.length), ...ledgerProblems(runOf(scenario, commands))];
}
