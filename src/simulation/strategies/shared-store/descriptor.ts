/** State in a store beside the servers. A cookie carries the session ID. The servers themselves keep nothing. */
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const sharedStore = {
  id: 'shared-store',
  order: 40,
  mode: 'stateful',
  stateLocation: 'store',
  usesKeys: false,
  keepsCopies: false,
  carriesBearerToken: false,
  affinity: 'none',
  clientCarries: 'what-is-new',
  cards: {
    serverCrashed: ['shared-store-moves-the-state', 'in-flight-is-unknown'],
    serverJoined: [],
    newServerAnswered: ['shared-store-moves-the-state'],
    sessionMissing: ['shared-store-moves-the-state'],
  },
  usesStore: () => true,
} as const satisfies StrategyDescriptor;
