/** All strategies, by name. */
import { clientState } from './client-state.ts';
import type { Mode, Placement, StrategyId } from './placement.ts';
import { serverMemory } from './server-memory.ts';

export const placements: Readonly<Record<StrategyId, Placement>> = {
  'server-memory': serverMemory,
  'client-state': clientState,
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
  return placements[strategy].mode;
}
