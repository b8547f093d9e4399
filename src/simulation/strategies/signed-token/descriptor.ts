/** State in a token that the client holds. Any server with the key can verify it, and none keeps it. */
import type { KeyDistribution, TokenPolicy } from '../../token-policy.ts';
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const signedToken = {
  id: 'signed-token',
  order: 60,
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
  // Tokens aren't stored; the deny list and the refresh tokens are, and the keys can be.
  usesStore: ({ tokens, keys }: { readonly tokens: TokenPolicy; readonly keys: KeyDistribution }) =>
    tokens.hasDenyList || tokens.refreshLifetimeUs !== null || keys.kind === 'in-store',
} as const satisfies StrategyDescriptor;
