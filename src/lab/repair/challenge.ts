/** A challenge: a broken cluster, what a repair has to achieve, and what it may change. Plain data. */
import type { Command } from '../../simulation/cluster.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import { descriptorOf } from '../../simulation/strategies/strategies.ts';
import type { FaultRule } from './fault-rule.ts';
import type { Goal } from './goals.ts';
import { type SettingId, type SettingValue, settingIds, settingOf, usesStore } from './settings.ts';

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
  readonly settings: readonly SettingId[];
  readonly par: Par;
}

/** For the second and the third star. */
interface Par {
  readonly changes: number;
  readonly cost: number;
}

/** The changed settings. A setting that is as it was is absent. */
export type Repair = { readonly [Id in SettingId]?: SettingValue };

export type BudgetProblem =
  | { readonly kind: 'too-many-changes' }
  | { readonly kind: 'banned'; readonly ban: Ban };

export function repairedWith({ scenario }: Pick<Challenge, 'scenario'>, repair: Repair): ClusterScenario {
  return changedSettings(repair).reduce(
    (changed, [id, value]) => settingOf(id).set(changed, value),
    scenario,
  );
}

/** In the order of the form. */
export function changedSettings(repair: Repair): readonly (readonly [SettingId, SettingValue])[] {
  return settingIds.flatMap((id) => {
    const value = repair[id];
    return value === undefined ? [] : [[id, value] as const];
  });
}

export function changeCount(repair: Repair): number {
  return changedSettings(repair).length;
}

/** The repair with one more setting. What is set to what it was is no change any more. */
export function withSetting(
  { scenario }: Pick<Challenge, 'scenario'>,
  repair: Repair,
  id: SettingId,
  value: SettingValue | undefined,
): Repair {
  const { [id]: _, ...others } = repair;
  return value === undefined || settingOf(id).of(scenario) === value ? others : { ...others, [id]: value };
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
  { settings, scenario }: Challenge,
  repair: Readonly<Record<string, unknown>>,
): repair is Repair {
  return Object.entries(repair).every(([name, value]) => {
    const id = settings.find((each) => each === name);
    return (
      id !== undefined &&
      settingOf(id).values.some((each) => each === value) &&
      settingOf(id).of(scenario) !== value
    );
  });
}
