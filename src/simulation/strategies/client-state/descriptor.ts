/** State in every request: the client carries all of it, and servers keep nothing. */
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const clientState = {
  id: 'client-state',
  order: 50,
  mode: 'stateless',
  stateLocation: 'request',
  usesKeys: false,
  keepsCopies: false,
  carriesBearerToken: false,
  affinity: 'none',
  clientCarries: 'everything-so-far',
  cards: {
    serverCrashed: ['in-flight-is-unknown'],
    serverJoined: [],
    newServerAnswered: [],
    sessionMissing: [],
  },
  usesStore: () => false,
} as const satisfies StrategyDescriptor;
