/** Short constructors for sessions. */
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import type { Session } from '../../src/simulation/session.ts';

/** A new session with this conversation. */
export function sessionOf(id: string, conversation: Conversation = {}): Session {
  return { id, data: { conversation }, createdUs: 0, lastSeenUs: 0, version: 1 };
}
