/** State in a token that the client holds. Any server with the key can tell that it is genuine, and none keeps it. */
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
  // A token itself is in no store; the list of revoked ones and the refresh tokens are.
  usesStore: ({ tokens }: Pick<ClusterScenario, 'tokens'>) =>
    tokens.hasDenyList || tokens.refreshLifetimeUs !== null,
} as const satisfies StrategyDescriptor;
