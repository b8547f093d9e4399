/** What each session strategy is: one line per strategy, under its ID. */
export { clientState as 'client-state' } from './client-state/descriptor.ts';
export { replicated } from './replicated/descriptor.ts';
export { sealedCookie as 'sealed-cookie' } from './sealed-cookie/descriptor.ts';
export { serverMemory as 'server-memory' } from './server-memory/descriptor.ts';
export { sharedStore as 'shared-store' } from './shared-store/descriptor.ts';
export { signedToken as 'signed-token' } from './signed-token/descriptor.ts';
export { sticky } from './sticky/descriptor.ts';
