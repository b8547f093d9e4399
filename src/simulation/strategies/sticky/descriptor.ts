/** Server memory, with a load balancer that routes each client back to its server. */
import { serverMemory } from '../server-memory/descriptor.ts';
import type { StrategyDescriptor } from '../strategy-traits.ts';

export const sticky = {
  ...serverMemory,
  id: 'sticky',
  order: 20,
  affinity: 'cookie',
  cards: {
    serverCrashed: [],
    serverJoined: ['stickiness-copies-nothing'],
    newServerAnswered: [],
    sessionMissing: ['stickiness-copies-nothing', 'accounts-survive'],
  },
} as const satisfies StrategyDescriptor;
