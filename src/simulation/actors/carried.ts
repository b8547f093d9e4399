/** What a client itself carries from request to request, under strategies without state on the servers. */
import { withCart } from '../applications/cart.ts';
import type { RequestLine } from '../applications/line.ts';
import { type Conversation, continueConversation } from '../applications/shop.ts';
import type { ClusterContext } from '../cluster.ts';

/** Key of its memory entry. */
export const CONVERSATION = 'conversation';

/** The conversation and cart of a client that carries everything. */
export function carriedAfter(line: RequestLine, carried: Conversation): Conversation {
  if (line.kind === 'shop') return continueConversation(carried, line.said);
  return line.kind === 'add-to-cart' ? withCart(carried, [line.product]) : carried;
}

export function conversationIn(memory: ClusterContext['memory']): Conversation {
  const known = memory.get(CONVERSATION);
  return known?.kind === 'conversation' ? known.conversation : {};
}
