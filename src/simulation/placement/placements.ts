/** All strategies, by name. */
import type { ClusterScenario } from '../scenario.ts';
import { clientState } from './client-state.ts';
import type { Mode, Placement, StrategyId } from './placement.ts';
import { replicated } from './replicated.ts';
import { serverMemory } from './server-memory.ts';
import { sharedStore } from './shared-store.ts';
import { signedToken } from './signed-token.ts';

const makers: Readonly<Record<StrategyId, (scenario: ClusterScenario) => Placement>> = {
  'server-memory': (scenario) => serverMemory('server-memory', scenario),
  // The same memory; what differs is where the load balancer sends a client.
  sticky: (scenario) => serverMemory('sticky', scenario),
  replicated,
  'shared-store': sharedStore,
  'client-state': clientState,
  'signed-token': signedToken,
};

export function placementOf(scenario: ClusterScenario): Placement {
  return makers[scenario.strategy](scenario);
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
