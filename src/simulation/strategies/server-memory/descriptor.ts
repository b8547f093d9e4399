/** State in the memory of the server that was asked. A cookie carries the session ID. */
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const serverMemory = {
  id: 'server-memory',
  order: 10,
  mode: 'stateful',
  stateLocation: 'server',
  usesKeys: false,
  keepsCopies: false,
  carriesBearerToken: false,
  affinity: 'none',
  clientCarries: 'what-is-new',
  cards: { serverCrashed: [], serverJoined: [], newServerAnswered: [], sessionMissing: [] },
  usesStore: () => false,
} as const satisfies StrategyDescriptor;
