/**
 * Behaviour of each strategy. Kept apart from the traits (`strategies.ts`), which the page shows before it loads the
 * simulation.
 */
import type { ClusterScenario } from '../scenario.ts';
import { createClientState } from './create-client-state.ts';
import { createReplicated } from './create-replicated.ts';
import { createServerMemory } from './create-server-memory.ts';
import { createSharedStore } from './create-shared-store.ts';
import { createSignedToken } from './create-signed-token.ts';
import type { SessionStrategy } from './session-strategy.ts';
import type { StrategyId } from './strategy-traits.ts';

const creators: Readonly<Record<StrategyId, (scenario: ClusterScenario) => SessionStrategy>> = {
  'server-memory': createServerMemory,
  // The memory is the same; only the load balancer differs.
  sticky: createServerMemory,
  replicated: createReplicated,
  'shared-store': createSharedStore,
  'client-state': createClientState,
  'signed-token': createSignedToken,
};

export function strategyOf(scenario: ClusterScenario): SessionStrategy {
  return creators[scenario.strategy](scenario);
}
