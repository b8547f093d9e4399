/**
 * The test of a repair, as plain data: thousands of schedules of faults, each a function of the trial and its number. So a
 * verdict doesn't depend on how many workers there are.
 */
import type { Command } from '../../simulation/cluster.ts';
import { type RandomStream, randomStream } from '../../simulation/kernel/random.ts';
import type { LossCause } from '../../simulation/losses/loss.ts';
import { type ClusterScenario, COMMANDS_MAX, type Scenario } from '../../simulation/scenario.ts';
import type { Run } from '../../trace/run.ts';
import { runInto } from '../run-point.ts';
import { LossSink } from '../search/properties.ts';
import { shrunk } from '../search/shrink.ts';
import type { Challenge } from './challenge.ts';
import { BACK_AFTER_US, type Pattern, patternsAt, shifted } from './fault-rule.ts';
import { type Goal, GoalSink, type TroubleId } from './goals.ts';
import { returnVisit } from './return-visit.ts';

export interface Trial {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  readonly goal: Goal;
  /** All that can fail, at each moment of a calm run. */
  readonly patterns: readonly Pattern[];
  readonly most: number;
  /** Given in every run after the faults. */
  readonly afterwards: readonly Command[];
}

/** One schedule of faults, under one seed. */
export interface Schedule {
  readonly scenario: Scenario;
  readonly faults: readonly Pattern[];
}

/** A schedule that breaks the goal. */
export interface Break {
  readonly unit: number;
  readonly trouble: TroubleId;
  /** How the first session was lost; null if none was. */
  readonly cause: LossCause | null;
  readonly faults: number;
}

export const SCHEDULES_MIN = 2_000;
/** Schedules without faults, which every request has to survive: a cluster that answers no one is no repair. */
const CALM_SCHEDULES = 40;
const SEEDS = 2 ** 32;
/** A fault comes up to this much after its moment. Each is as likely: what matters can take a millisecond or a second. */
const SHIFTS_US = [1_000, 10_000, 100_000, 1_000_000];

/** @param calm The repaired cluster's run without faults. */
export function trialOf(challenge: Challenge, calm: Run<ClusterScenario>): Trial {
  const { goal, faults, commands } = challenge;
  return {
    scenario: calm.scenario,
    commands,
    goal,
    patterns: patternsAt(calm, faults),
    most: faults.most,
    afterwards: returnVisit(challenge, calm, Math.max(...SHIFTS_US) + BACK_AFTER_US),
  };
}

/** Every single fault, and enough random schedules. */
export function scheduleCount({ patterns }: Trial): number {
  return Math.max(SCHEDULES_MIN, CALM_SCHEDULES + patterns.length);
}

/** First those without faults, then each fault by itself under the scenario's own seed, and then random ones. */
export function scheduleOf(trial: Trial, unit: number): Schedule {
  const { scenario, patterns } = trial;
  if (unit < CALM_SCHEDULES) return { scenario: seeded(scenario, unit), faults: [] };
  const single = patterns[unit - CALM_SCHEDULES];
  if (single !== undefined) return { scenario, faults: [single] };
  const own = seeded(scenario, unit);
  return { scenario: own, faults: randomFaults(trial, randomStream(own.seed, 'repair')) };
}

function randomFaults(
  { patterns, commands, afterwards, most }: Trial,
  random: RandomStream,
): readonly Pattern[] {
  const room = Math.floor((COMMANDS_MAX - commands.length - afterwards.length) / 2);
  const count = patterns.length === 0 ? 0 : random.integer(1, Math.max(1, Math.min(most, room)));
  return Array.from({ length: count }, () => {
    const shiftUs = SHIFTS_US[random.integer(0, SHIFTS_US.length - 1)] ?? 0;
    const pattern = patterns[random.integer(0, patterns.length - 1)] ?? [];
    return shifted(pattern, random.integer(0, shiftUs));
  });
}

function seeded(scenario: Scenario, unit: number): Scenario {
  return { ...scenario, seed: (scenario.seed + unit) % SEEDS };
}

function commandsOf(
  { commands, afterwards }: Pick<Trial, 'commands' | 'afterwards'>,
  { faults }: Schedule,
): readonly Command[] {
  return [...commands, ...faults.flat(), ...afterwards];
}

/** What goes wrong in a schedule; null if the goal holds. */
export function troubleIn(trial: Trial, schedule: Schedule): TroubleId | null {
  const { goal } = trial;
  const isCalm = schedule.faults.length === 0;
  const never: readonly TroubleId[] = isCalm ? [...goal.never, 'request-failed'] : goal.never;
  const sink = new GoalSink({ ...goal, never });
  return runInto(sink, schedule.scenario, commandsOf(trial, schedule)).first()?.id ?? null;
}

/** @returns Null if the goal holds in this schedule. */
export function judge(trial: Trial, unit: number): Break | null {
  const schedule = scheduleOf(trial, unit);
  const trouble = troubleIn(trial, schedule);
  if (trouble === null) return null;
  const { cause } = runInto(new LossSink(), schedule.scenario, commandsOf(trial, schedule));
  return { unit, trouble, cause, faults: schedule.faults.length };
}

/** The schedule of a break without the faults that it doesn't need, and under the scenario's own seed if that breaks, too. */
export function shortestOf(trial: Trial, { unit }: Pick<Break, 'unit'>): Schedule {
  const { scenario, faults } = scheduleOf(trial, unit);
  const breaksUnder = (own: Scenario) => (left: readonly Pattern[]) =>
    troubleIn(trial, { scenario: own, faults: left }) !== null;
  const own = [trial.scenario, scenario].find((each) => breaksUnder(each)(faults)) ?? scenario;
  return { scenario: own, faults: shrunk(faults, breaksUnder(own)) };
}

/** The commands that play a break: the visit afterwards is left out if the goal breaks without it. */
export function breakingCommands(trial: Trial, schedule: Schedule): readonly Command[] {
  const withoutVisit = { ...trial, afterwards: [] };
  return commandsOf(troubleIn(withoutVisit, schedule) === null ? trial : withoutVisit, schedule);
}

/** The step of a run at which its goal breaks, an index from 0; the last one if it doesn't. */
export function brokenStep(
  { goal }: Pick<Trial, 'goal'>,
  { events, steps }: Pick<Run, 'events' | 'steps'>,
): number {
  const sink = new GoalSink({ ...goal, never: [...goal.never, 'request-failed'] });
  for (const event of events) sink.report(event);
  const event = sink.first()?.event ?? Number.POSITIVE_INFINITY;
  const step = steps.findIndex(({ lastEvent }) => lastEvent >= event);
  return step < 0 ? steps.length - 1 : step;
}
