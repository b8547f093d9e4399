/** State in the memory of the server that was asked, found again by a session ID in a cookie. */
import type { StrategyDescriptor } from './session-strategy.ts';

export const serverMemory = {
  id: 'server-memory',
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
