/** All strategies, in the order in which the page shows them. The first of a mode is that mode's default. */
import type { ClusterScenario } from '../scenario.ts';
import { clientState } from './client-state.ts';
import { replicated } from './replicated.ts';
import { serverMemory } from './server-memory.ts';
import type { StrategyDescriptor } from './session-strategy.ts';
import { sharedStore } from './shared-store.ts';
import { signedToken } from './signed-token.ts';
import { sticky } from './sticky.ts';
import type { Mode, StrategyId } from './strategy-traits.ts';

export const strategies = {
  'server-memory': serverMemory,
  sticky,
  replicated,
  'shared-store': sharedStore,
  'client-state': clientState,
  'signed-token': signedToken,
} satisfies { readonly [Id in StrategyId]: StrategyDescriptor & { readonly id: Id } };

const inOrder: readonly StrategyDescriptor[] = Object.values(strategies);

export const strategyIds: readonly StrategyId[] = inOrder.map(({ id }) => id);

export function descriptorOf({ strategy }: ClusterScenario): StrategyDescriptor {
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
