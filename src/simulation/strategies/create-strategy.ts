/** How each strategy works. Kept apart from what it is (`strategies.ts`), which the page shows before it can simulate. */
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
  // The memory is the same. The load balancer makes the difference.
  sticky: createServerMemory,
  replicated: createReplicated,
  'shared-store': createSharedStore,
  'client-state': createClientState,
  'signed-token': createSignedToken,
};

export function strategyOf(scenario: ClusterScenario): SessionStrategy {
  return creators[scenario.strategy](scenario);
}
