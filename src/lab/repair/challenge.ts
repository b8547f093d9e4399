/** A challenge: a broken cluster, what a repair has to achieve, and what it may change. Plain data. */
import type { Command } from '../../simulation/cluster.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import { descriptorOf } from '../../simulation/strategies/strategies.ts';
import type { FaultRule } from './fault-rule.ts';
import type { Goal } from './goals.ts';
import { type KnobId, type KnobValue, knobIds, knobOf, usesStore } from './knobs.ts';

/** What a repair must do without. */
export const bans = ['store', 'stateless'] as const;
export type Ban = (typeof bans)[number];

interface Budget {
  /** Null for any number. */
  readonly changesMax: number | null;
  readonly bans: readonly Ban[];
}

export interface Challenge {
  readonly scenario: ClusterScenario;
  /** Given in every run, besides the faults. */
  readonly commands: readonly Command[];
  readonly goal: Goal;
  readonly faults: FaultRule;
  readonly budget: Budget;
  /** What may be changed. */
  readonly knobs: readonly KnobId[];
  readonly par: Par;
}

/** For the second and the third star. */
interface Par {
  readonly changes: number;
  readonly cost: number;
}

/** The changed settings. A setting that is as it was is absent. */
export type Repair = { readonly [Id in KnobId]?: KnobValue };

export type BudgetProblem =
  | { readonly kind: 'too-many-changes' }
  | { readonly kind: 'banned'; readonly ban: Ban };

export function repairedWith({ scenario }: Pick<Challenge, 'scenario'>, repair: Repair): ClusterScenario {
  return changedKnobs(repair).reduce((changed, [id, value]) => knobOf(id).set(changed, value), scenario);
}

/** In the order of the form. */
export function changedKnobs(repair: Repair): readonly (readonly [KnobId, KnobValue])[] {
  return knobIds.flatMap((id) => {
    const value = repair[id];
    return value === undefined ? [] : [[id, value] as const];
  });
}

export function changeCount(repair: Repair): number {
  return changedKnobs(repair).length;
}

/** The repair with one more setting. What is set to what it was is no change any more. */
export function withSetting(
  { scenario }: Pick<Challenge, 'scenario'>,
  repair: Repair,
  id: KnobId,
  value: KnobValue | undefined,
): Repair {
  const { [id]: _, ...others } = repair;
  return value === undefined || knobOf(id).of(scenario) === value ? others : { ...others, [id]: value };
}

/** Null if the repair keeps to the budget. */
export function budgetProblem(challenge: Challenge, repair: Repair): BudgetProblem | null {
  const { changesMax, bans: banned } = challenge.budget;
  const ban = banned.find((each) => isBanned(each, repairedWith(challenge, repair)));
  if (ban !== undefined) return { kind: 'banned', ban };
  const isTooMuch = changesMax !== null && changeCount(repair) > changesMax;
  return isTooMuch ? { kind: 'too-many-changes' } : null;
}

function isBanned(ban: Ban, scenario: ClusterScenario): boolean {
  return ban === 'store' ? usesStore(scenario) : descriptorOf(scenario).mode === 'stateless';
}

/** Whether a challenge lets these settings be changed to these values. Repairs in codes come from outside. */
export function isRepairOf(
  { knobs, scenario }: Challenge,
  repair: Readonly<Record<string, unknown>>,
): repair is Repair {
  return Object.entries(repair).every(([name, value]) => {
    const id = knobs.find((each) => each === name);
    return (
      id !== undefined &&
      knobOf(id).values.some((each) => each === value) &&
      knobOf(id).of(scenario) !== value
    );
  });
}
