/**
 * What each session strategy does: one line per strategy, under its ID. Kept apart from `descriptors.ts`, because the
 * page shows the strategies before it loads the simulation.
 */
export { createClientState as 'client-state' } from './client-state/behaviour.ts';
export { createReplicated as replicated } from './replicated/behaviour.ts';
export { createSealedCookie as 'sealed-cookie' } from './sealed-cookie/behaviour.ts';
// The memory is the same; only the load balancer differs.
export {
  createServerMemory as 'server-memory',
  createServerMemory as sticky,
} from './server-memory/behaviour.ts';
export { createSharedStore as 'shared-store' } from './shared-store/behaviour.ts';
export { createSignedToken as 'signed-token' } from './signed-token/behaviour.ts';
