/** The whole session in a cookie that only servers can read: encrypted, and authenticated. Servers keep only their keys. */
import type { KeyDistribution } from '../../token-policy.ts';
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const sealedCookie = {
  id: 'sealed-cookie',
  order: 70,
  mode: 'stateless',
  stateLocation: 'cookie',
  usesKeys: true,
  keepsCopies: false,
  carriesBearerToken: false,
  affinity: 'none',
  clientCarries: 'what-is-new',
  cards: {
    serverCrashed: ['in-flight-is-unknown'],
    serverJoined: [],
    newServerAnswered: ['token-replaces-the-session-only'],
    sessionMissing: [],
  },
  usesStore: ({ keys }: { readonly keys: KeyDistribution }) => keys.kind === 'in-store',
} as const satisfies StrategyDescriptor;
