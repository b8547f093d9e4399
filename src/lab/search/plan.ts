/**
 * A search as plain data. Its schedules are lists of faults, each an index into the plan's faults, and follow from the
 * plan and what was found before: so the same schedules are tried whatever the number of workers.
 */
import type { Command } from '../../simulation/cluster.ts';
import { randomStream } from '../../simulation/kernel/random.ts';
import { COMMANDS_MAX, type Scenario } from '../../simulation/scenario.ts';
import type { Run } from '../../trace/run.ts';
import { canFollow, type Fault, type FaultKind, faultsAt, momentCount, repairsNothing } from './faults.ts';
import type { PropertyId } from './properties.ts';

export interface SearchPlan {
  readonly scenario: Scenario;
  /** Given in every run. */
  readonly commands: readonly Command[];
  readonly faults: readonly Fault[];
  readonly moments: number;
  readonly property: PropertyId;
}

/** Ascending indices of faults. */
export type Schedule = readonly number[];

/** How far a search goes, step by step. */
export const bounds = ['singles', 'pairs', 'random'] as const;
export type Bound = (typeof bounds)[number];

export interface Schedules {
  readonly bound: Bound;
  readonly all: readonly Schedule[];
  /** All pairs there are; for the others, what is tried. */
  readonly total: number;
  /** Pairs that weren't tried because one of the two is enough. */
  readonly enoughAlone: number;
  /** Pairs that weren't tried because one of the two can't take effect after the other. */
  readonly withoutEffect: number;
}

const RANDOM_SCHEDULES = 1_000;
const RANDOM_FAULTS_MIN = 3;
const RANDOM_FAULTS_MAX = 6;

export function searchPlanOf(
  run: Run,
  { property, kinds }: { readonly property: PropertyId; readonly kinds: readonly FaultKind[] },
): SearchPlan {
  const { scenario, commands } = run;
  return { scenario, commands, faults: faultsAt(run, kinds), moments: momentCount(run), property };
}

/** @param alone Faults that break the property by themselves. */
export function schedulesOf(plan: SearchPlan, bound: Bound, alone: ReadonlySet<number>): Schedules {
  switch (bound) {
    case 'singles':
      return untouched(
        bound,
        plan.faults.map((_, index) => [index]),
      );
    case 'pairs':
      return pairsOf(plan, alone);
    case 'random':
      return untouched(bound, randomSchedules(plan, alone));
    default:
      throw new Error(`Unknown bound ${bound satisfies never}`);
  }
}

/** All pairs of `faults` faults. */
function pairCount(faults: number): number {
  return (faults * (faults - 1)) / 2;
}

/** A schedule's faults after the commands of the plan. */
export function commandsOf({ commands, faults }: SearchPlan, schedule: Schedule): readonly Command[] {
  return [...commands, ...schedule.flatMap((index) => faults[index]?.command ?? [])];
}

function untouched(bound: Bound, all: readonly Schedule[]): Schedules {
  return { bound, all, total: all.length, enoughAlone: 0, withoutEffect: 0 };
}

function pairsOf({ faults, commands }: SearchPlan, alone: ReadonlySet<number>): Schedules {
  // A run has a limit of commands.
  if (commands.length + 2 > COMMANDS_MAX) return untouched('pairs', []);
  const mayRecover = !repairsNothing(commands);
  const all: Schedule[] = [];
  let enoughAlone = 0;
  let withoutEffect = 0;
  faults.forEach((first, one) => {
    for (let other = one + 1; other < faults.length; other += 1) {
      const second = faults[other];
      if (alone.has(one) || alone.has(other)) enoughAlone += 1;
      else if (second !== undefined && (mayRecover || canFollow(first.command, second.command)))
        all.push([one, other]);
      else withoutEffect += 1;
    }
  });
  return { bound: 'pairs', all, total: pairCount(faults.length), enoughAlone, withoutEffect };
}

/** Of at least three faults. No single one is enough. */
function randomSchedules({ faults, commands, scenario }: SearchPlan, alone: ReadonlySet<number>): Schedule[] {
  const pool = faults.map((_, index) => index).filter((index) => !alone.has(index));
  const most = Math.min(RANDOM_FAULTS_MAX, pool.length, COMMANDS_MAX - commands.length);
  if (most < RANDOM_FAULTS_MIN) return [];
  const random = randomStream(scenario.seed, 'search');
  return Array.from({ length: RANDOM_SCHEDULES }, () => {
    const length = random.integer(RANDOM_FAULTS_MIN, most);
    const chosen = new Set<number>();
    while (chosen.size < length) chosen.add(pool[random.integer(0, pool.length - 1)] ?? 0);
    return [...chosen].sort((one, other) => one - other);
  });
}
