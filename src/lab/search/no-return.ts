/**
 * The point of no return: from each step of a run that breaks a property, the share of re-runs in which the property
 * still breaks. Commands up to the step stay. Each later fault becomes another one of its kind, at another moment after
 * the step, and every re-run has another seed.
 */
import type { Command } from '../../simulation/cluster.ts';
import { type RandomStream, randomStream } from '../../simulation/kernel/random.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Run } from '../../trace/run.ts';
import { runInto } from '../run-point.ts';
import { type Fault, faultKindOf, faultKinds, faultsAt } from './faults.ts';
import { type PropertyId, properties } from './properties.ts';

export interface RerunPlan {
  readonly scenario: Scenario;
  readonly property: PropertyId;
  /** For each step: the commands that have been given by then, and those that come later. */
  readonly steps: readonly RerunStep[];
  /** What later faults are replaced with. */
  readonly faults: readonly Fault[];
  readonly perStep: number;
}

interface RerunStep {
  readonly given: readonly Command[];
  readonly later: readonly Command[];
}

const SEEDS = 2 ** 32;

/** @param run It breaks the property at `lastStep`, an index from 0. */
export function rerunPlanOf(
  run: Run,
  {
    property,
    lastStep,
    perStep,
  }: { readonly property: PropertyId; readonly lastStep: number; readonly perStep: number },
): RerunPlan {
  const { scenario, commands } = run;
  const given: Command[] = [];
  const steps = run.steps.slice(0, lastStep + 1).map((step) => {
    if (step.kind === 'command') given.push(step.command);
    return { given: [...given], later: commands.slice(given.length) };
  });
  return { scenario, property, steps, faults: faultsAt(run, faultKinds), perStep };
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
  const { given, later } = steps[step] ?? { given: [], later: [] };
  const others = later.map((command) => {
    const kind = faultKindOf(command);
    if (kind === null) return command;
    const alike = faults.filter((fault) => fault.step >= step && faultKindOf(fault.command) === kind);
    return alike[random.integer(0, Math.max(0, alike.length - 1))]?.command ?? command;
  });
  return [...given, ...others];
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
