/** The cart on a server. It's part of the session, so it goes wherever the strategy keeps the session. */
import { andThen, ask, done } from '../actors/flow.ts';
import { DATABASE } from '../cluster.ts';
import { merge } from '../merge.ts';
import { withCart } from './cart.ts';
import { readCartRequest } from './cart-http.ts';
import { type Application, databaseUnavailable, dataOf, decide, decideAndSave } from './decision.ts';

export const cart: Application = (request, lookup, context) => {
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
      const { product } = read;
      // The product has to exist. Until the database has answered, another request can change the session.
      return andThen(ask(DATABASE, { kind: 'price-query', product }), context, (answer) => {
        if (answer.kind === 'failed') return done(databaseUnavailable());
        const after = withCart(conversation, [product]);
        return done(decideAndSave({ cart: after.cart }, merge(data, { conversation: after })));
      });
    }
    default:
      throw new Error(`Unknown request ${read satisfies never}`);
  }
};
