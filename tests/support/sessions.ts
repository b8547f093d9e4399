/** Sessions in few words. */
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import type { Session } from '../../src/simulation/session.ts';

/** A session at its beginning, in which this has been said. */
export function sessionOf(id: string, conversation: Conversation = {}): Session {
  return { id, data: { conversation }, createdUs: 0, lastSeenUs: 0, version: 1 };
}
