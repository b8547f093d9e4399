/**
 * The point of no return: from each step of a run that breaks a property, the share of re-runs in which the property
 * still breaks. Commands up to the step stay. Each later fault comes at a random moment after the step, and every re-run
 * has another seed.
 */
import type { Command } from '../../simulation/cluster.ts';
import type { Moment } from '../../simulation/kernel/command.ts';
import { type RandomStream, randomStream } from '../../simulation/kernel/random.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { compareMoments } from '../../trace/alignment.ts';
import type { Run } from '../../trace/run.ts';
import { runInto } from '../run-point.ts';
import { type Fault, faultKindOf, faultKinds, faultsAt } from './faults.ts';
import { type PropertyId, properties } from './properties.ts';

export interface RerunPlan {
  readonly scenario: Scenario;
  readonly property: PropertyId;
  /** For each step: the commands that have been given by then, and those that come later. */
  readonly steps: readonly RerunStep[];
  /** Each fault at all moments at which it could come. */
  readonly faults: readonly Fault[];
  readonly perStep: number;
}

interface RerunStep {
  readonly moment: Moment;
  readonly given: readonly Command[];
  readonly later: readonly Command[];
}

const SEEDS = 2 ** 32;

/**
 * @param run It breaks the property at `lastStep`, an index from 0.
 * @param calm The same run without its faults: a later fault can be any that's possible there.
 */
export function rerunPlanOf(
  { run, calm }: { readonly run: Run; readonly calm: Run },
  {
    property,
    lastStep,
    perStep,
  }: { readonly property: PropertyId; readonly lastStep: number; readonly perStep: number },
): RerunPlan {
  const { scenario, commands } = run;
  const given = new Set<number>();
  const steps = run.steps.slice(0, lastStep + 1).map((step) => {
    if (step.kind === 'command') given.add(step.index);
    return {
      moment: step.moment,
      given: commands.filter((_, index) => given.has(index)),
      later: commands.filter((_, index) => !given.has(index)),
    };
  });
  return { scenario, property, steps, faults: faultsAt(calm, faultKinds), perStep };
}

export function rerunCount({ steps, perStep }: RerunPlan): number {
  return steps.length * perStep;
}

/** Whether the property still breaks in this re-run. Units come in rounds: each step once, then each step again. */
export function rerunBreaks(plan: RerunPlan, unit: number): boolean {
  const step = unit % plan.steps.length;
  const round = Math.floor(unit / plan.steps.length);
  // Every step has the same seeds, so their shares differ by the step alone.
  const scenario = { ...plan.scenario, seed: (plan.scenario.seed + 1 + round) % SEEDS };
  const commands = commandsFrom(plan, step, randomStream(scenario.seed, 'other faults'));
  return runInto(properties[plan.property](), scenario, commands).brokenAt !== null;
}

function commandsFrom({ steps, faults }: RerunPlan, step: number, random: RandomStream): readonly Command[] {
  const from = steps[step];
  if (from === undefined) throw new Error(`The run has no step ${step}.`);
  const others = from.later.map((command) => {
    if (faultKindOf(command) === null) return command;
    const same = faults.filter(
      (fault) => compareMoments(fault.command, from) >= 0 && sameFault(fault.command, command),
    );
    return same.length === 0 ? command : (same[random.integer(0, same.length - 1)]?.command ?? command);
  });
  return [...from.given, ...others];
}

/** Whether only the moments differ. */
function sameFault({ moment: _, ...one }: Command, { moment: __, ...other }: Command): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The run's commands without its faults. */
export function withoutFaults(commands: readonly Command[]): readonly Command[] {
  return commands.filter((command) => faultKindOf(command) === null);
}

/** The step at which a run first breaks a property, an index from 0; null if it doesn't. */
export function brokenStep(
  { events, steps }: Pick<Run, 'events' | 'steps'>,
  property: PropertyId,
): number | null {
  const sink = properties[property]();
  for (const event of events) sink.report(event);
  const { brokenAt } = sink;
  if (brokenAt === null) return null;
  const step = steps.findIndex(({ lastEvent }) => lastEvent >= brokenAt);
  return step < 0 ? steps.length - 1 : step;
}

/** Counts of re-runs by step. */
export class Reruns {
  readonly #steps: number;
  readonly #runs: number[];
  readonly #broken: number[];

  constructor({ steps }: Pick<RerunPlan, 'steps'>) {
    this.#steps = steps.length;
    this.#runs = steps.map(() => 0);
    this.#broken = steps.map(() => 0);
  }

  add(unit: number, isBroken: boolean): void {
    const step = unit % this.#steps;
    this.#runs[step] = (this.#runs[step] ?? 0) + 1;
    if (isBroken) this.#broken[step] = (this.#broken[step] ?? 0) + 1;
  }

  /** From 0 to 1; null for a step without runs. */
  shares(): readonly (number | null)[] {
    return this.#runs.map((runs, step) => (runs === 0 ? null : (this.#broken[step] ?? 0) / runs));
  }
}

/** The first step from which on every re-run breaks; null if there's none. */
export function noReturn(shares: readonly (number | null)[]): number | null {
  const last = shares.findLastIndex((share) => share !== 1);
  return last === shares.length - 1 ? null : last + 1;
}
