/** The shop on a server: reads the price from the database, and stores orders there. */
import { andThen, ask, done, type Flow } from '../actors/flow.ts';
import { type ClusterContext, DATABASE } from '../cluster.ts';
import { merge } from '../merge.ts';
import type { SessionData } from '../session.ts';
import {
  type Application,
  type Decision,
  databaseUnavailable,
  dataOf,
  decide,
  decideAndSave,
} from './decision.ts';
import { type Conversation, continueConversation, type ShopReply, shop } from './shop.ts';
import { readShopRequest, shopReplyFields } from './shop-http.ts';

export const shopService: Application = (request, lookup, context) => {
  const read = readShopRequest(request);
  if (read.kind === 'refused') {
    return done(decide(read.status, { error: 'invalid', field: read.problem }));
  }
  return answer(dataOf(lookup), read.said, context);
};

function answer(data: SessionData, said: Conversation, context: ClusterContext): Flow<Decision> {
  const { conversation = {} } = data;
  return andThen(priceFor(conversation, said, context), context, (price) => {
    if (price === 'unknown') return done(databaseUnavailable());
    const { state, reply } = shop(conversation, said, () => price);
    // The request is well formed, and can't be carried out without what it leaves out (RFC 9110 §15.5.21).
    if (reply.kind === 'incomplete') return done(decide(422, shopReplyFields(reply)));
    const decision = decideAndSave(shopReplyFields(reply), merge(data, { conversation: state }));
    return done(reply.kind === 'paid' ? { ...decision, act: (now) => placeOrder(reply, now) } : decision);
  });
}

function placeOrder(
  { order }: Extract<ShopReply, { kind: 'paid' }>,
  context: ClusterContext,
): Flow<Decision | null> {
  return andThen(ask(DATABASE, { kind: 'order-insert', order }), context, (inserted) =>
    done(inserted.kind === 'failed' ? databaseUnavailable() : null),
  );
}

/** The database's price of the conversation's product; 0 without a product. */
function priceFor(
  conversation: Conversation,
  said: Conversation,
  context: ClusterContext,
): Flow<number | 'unknown'> {
  const { product } = continueConversation(conversation, said);
  if (product === undefined) return done(0);
  return andThen(ask(DATABASE, { kind: 'price-query', product }), context, (answer) =>
    done(
      answer.kind === 'answered' && answer.body.kind === 'price-row' ? answer.body.unitPriceWon : 'unknown',
    ),
  );
}
