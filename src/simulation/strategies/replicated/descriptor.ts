/**
 * State in the memory of every server. Each server replicates its writes to all others. While a copy is late or lost,
 * another server responds from stale or missing state.
 */
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const replicated = {
  id: 'replicated',
  order: 30,
  mode: 'stateful',
  stateLocation: 'every-server',
  usesKeys: false,
  keepsCopies: true,
  carriesBearerToken: false,
  affinity: 'none',
  clientCarries: 'what-is-new',
  cards: {
    serverCrashed: ['crash-loses-only-copies'],
    serverJoined: [],
    newServerAnswered: ['crash-loses-only-copies'],
    sessionMissing: [],
  },
  usesStore: () => false,
} as const satisfies StrategyDescriptor;
