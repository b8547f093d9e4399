/** All strategies in display order. The first of a mode is that mode's default. */
import * as descriptors from './descriptors.ts';
import type { Mode, StrategyDescriptor } from './strategy-traits.ts';

export type StrategyId = keyof typeof descriptors;

export const strategies = descriptors satisfies {
  readonly [Id in StrategyId]: StrategyDescriptor & { readonly id: Id };
};

const inOrder: readonly (typeof strategies)[StrategyId][] = Object.values(strategies).sort(
  (one, other) => one.order - other.order,
);

export const strategyIds: readonly StrategyId[] = inOrder.map(({ id }) => id);

export function descriptorOf({ strategy }: { readonly strategy: StrategyId }): StrategyDescriptor {
  return strategies[strategy];
}

export function modeOf(strategy: StrategyId): Mode {
  return strategies[strategy].mode;
}

/** @throws When no strategy has this mode. */
export function defaultStrategyOf(mode: Mode): StrategyId {
  const found = inOrder.find((strategy) => strategy.mode === mode);
  if (found === undefined) throw new Error(`No strategy is ${mode}.`);
  return found.id;
}
