/** The cart on a server. It's part of the session, so it goes wherever the strategy keeps the session. */
import { done } from '../actors/flow.ts';
import { merge } from '../merge.ts';
import { withCart } from './cart.ts';
import { readCartRequest } from './cart-http.ts';
import { type Application, dataOf, decide, decideAndSave } from './decision.ts';

export const cart: Application = (request, lookup) => {
  const read = readCartRequest(request);
  if (read === undefined) return done(decide(400, { error: 'invalid', field: 'items' }));
  const data = dataOf(lookup);
  const { conversation = {} } = data;
  switch (read.kind) {
    case 'show':
      return done(decide(200, { cart: conversation.cart ?? [] }));
    case 'all':
      return done(decide(200, { cart: read.items }));
    case 'add': {
      const after = withCart(conversation, [read.product]);
      return done(decideAndSave({ cart: after.cart }, merge(data, { conversation: after })));
    }
    default:
      throw new Error(`Unknown request ${read satisfies never}`);
  }
};
