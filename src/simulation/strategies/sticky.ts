/** Server memory, with a load balancer that sends each client back to the server that it had. */
import { serverMemory } from './server-memory.ts';
import type { StrategyDescriptor } from './session-strategy.ts';

export const sticky = {
  ...serverMemory,
  id: 'sticky',
  affinity: 'cookie',
  cards: {
    serverCrashed: [],
    serverJoined: ['stickiness-copies-nothing'],
    newServerAnswered: [],
    sessionMissing: ['stickiness-copies-nothing', 'accounts-survive'],
  },
} as const satisfies StrategyDescriptor;
