/**
 * State in the memory of every server: each copies what it writes to all others. A copy that is late, or lost, leaves
 * another server with an old one, or none, and it answers from what it has.
 */
import type { StrategyDescriptor } from './session-strategy.ts';

export const replicated = {
  id: 'replicated',
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
