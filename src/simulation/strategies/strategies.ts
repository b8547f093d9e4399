/** All strategies, by name. */
import { furtherParts } from '../parts.ts';
import type { ClusterScenario } from '../scenario.ts';
import { serverMemory } from './server-memory.ts';
import type { Mode, Placement, StrategyId } from './session-strategy.ts';

export function placementOf(scenario: ClusterScenario): Placement {
  const { strategy } = scenario;
  // The same memory; what differs is where the load balancer sends a client.
  if (strategy === 'server-memory' || strategy === 'sticky') return serverMemory(strategy, scenario);
  return furtherParts().placements[strategy](scenario);
}

const modeByStrategy: Readonly<Record<StrategyId, Mode>> = {
  'server-memory': 'stateful',
  sticky: 'stateful',
  replicated: 'stateful',
  'shared-store': 'stateful',
  'client-state': 'stateless',
  'signed-token': 'stateless',
};

/** The strategy that a mode stands for until another is chosen. */
export const strategyOfMode: Readonly<Record<Mode, StrategyId>> = {
  stateful: 'server-memory',
  stateless: 'client-state',
};

export function otherMode(mode: Mode): Mode {
  return mode === 'stateful' ? 'stateless' : 'stateful';
}

export function modeOf(strategy: StrategyId): Mode {
  return modeByStrategy[strategy];
}
