/** What a session lacks after a write that was based on an older version of it. */
import type { Conversation } from '../applications/shop.ts';
import type { SessionData } from '../session.ts';

/** What one request added to the session and a later write lacks; null if it lacks nothing. */
export function lostFrom(before: SessionData, after: SessionData, later: SessionData): SessionData | null {
  const { user, note } = after;
  const isUserLost = user !== undefined && differ(user, before.user) && differ(user, later.user);
  const isNoteLost = note !== undefined && note !== before.note && note !== later.note;
  const conversation = lostOfConversation(
    before.conversation ?? {},
    after.conversation ?? {},
    later.conversation ?? {},
  );
  if (!isUserLost && !isNoteLost && conversation === null) return null;
  return {
    ...(isUserLost && { user }),
    ...(isNoteLost && { note }),
    ...(conversation !== null && { conversation }),
  };
}

function lostOfConversation(
  before: Conversation,
  after: Conversation,
  later: Conversation,
): Conversation | null {
  const { product, quantity, payment } = after;
  const isLost = (field: 'product' | 'quantity' | 'payment') =>
    after[field] !== undefined && after[field] !== before[field] && after[field] !== later[field];
  // The later write is based on an older cart, so it lacks what this one added, even if both added the same.
  const added = (after.cart ?? []).slice((before.cart ?? []).length);
  const lost: Conversation = {
    ...(product !== undefined && isLost('product') && { product }),
    ...(quantity !== undefined && isLost('quantity') && { quantity }),
    ...(payment !== undefined && isLost('payment') && { payment }),
    ...(added.length > 0 && { cart: added }),
  };
  return Object.keys(lost).length === 0 ? null : lost;
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
