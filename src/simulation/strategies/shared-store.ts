/** State in a store beside the servers, found again by a session ID in a cookie. The servers themselves keep nothing. */
import type { StrategyDescriptor } from './session-strategy.ts';

export const sharedStore = {
  id: 'shared-store',
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
