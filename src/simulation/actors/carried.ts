/** What a client itself carries from request to request, under strategies without state on the servers. */
import { withCart } from '../applications/cart.ts';
import type { RequestLine } from '../applications/line.ts';
import { noteOf } from '../applications/note.ts';
import { type Conversation, continueConversation } from '../applications/shop.ts';
import type { ClusterContext } from '../cluster.ts';

/** Key of its memory entry. */
export const CONVERSATION = 'conversation';

export interface Carried {
  readonly conversation: Conversation;
  readonly note?: string | undefined;
}

/** The conversation, cart and note of a client that carries everything. */
export function carriedAfter(line: RequestLine, carried: Carried): Carried {
  const { conversation } = carried;
  switch (line.kind) {
    case 'shop':
      return { ...carried, conversation: continueConversation(conversation, line.said) };
    case 'add-to-cart':
      return { ...carried, conversation: withCart(conversation, [line.product]) };
    case 'note':
      return { ...carried, note: noteOf(line.characters) };
    default:
      return carried;
  }
}

export function carriedIn(memory: ClusterContext['memory']): Carried {
  const known = memory.get(CONVERSATION);
  return known?.kind === 'conversation' ? known : { conversation: {} };
}
