/** State in a token that the client holds. Any server with the key can verify it, and none keeps it. */
import type { ClusterScenario } from '../scenario.ts';
import type { StrategyDescriptor } from './session-strategy.ts';

export const signedToken = {
  id: 'signed-token',
  mode: 'stateless',
  stateLocation: 'token',
  usesKeys: true,
  keepsCopies: false,
  carriesBearerToken: true,
  affinity: 'none',
  clientCarries: 'what-is-new',
  cards: {
    serverCrashed: ['in-flight-is-unknown'],
    serverJoined: [],
    newServerAnswered: ['token-replaces-the-session-only'],
    sessionMissing: [],
  },
  // Tokens aren't stored; the deny list and the refresh tokens are.
  usesStore: ({ tokens }: Pick<ClusterScenario, 'tokens'>) =>
    tokens.hasDenyList || tokens.refreshLifetimeUs !== null,
} as const satisfies StrategyDescriptor;
