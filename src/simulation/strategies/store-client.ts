/**
 * Queries the store: the primary first, then the replica if the primary fails. The replica serves once it's promoted.
 */
import { andThen, ask, done, type Flow } from '../actors/flow.ts';
import { type ClusterContext, SESSION_STORE, SESSION_STORE_REPLICA } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { StoreCommand, StoreReply } from '../protocols/store.ts';
import type { StoreConditions } from '../scenario.ts';

/** Replies of a store that serves. */
type StoreAnswer = Exclude<StoreReply, { reply: 'error' }>;

/** Queries the stores; null when none of them serves. */
export type StoreClient = (command: StoreCommand, context: ClusterContext) => Flow<StoreAnswer | null>;

export function storeClient({ replica }: StoreConditions): StoreClient {
  const stores = replica === null ? [SESSION_STORE] : [SESSION_STORE, SESSION_STORE_REPLICA];
  return (command, context) => askInTurn(stores, command, context);
}

function askInTurn(
  [store, ...others]: readonly NodeId[],
  command: StoreCommand,
  context: ClusterContext,
): Flow<StoreAnswer | null> {
  if (store === undefined) return done(null);
  return andThen(ask(store, command), context, (answer, later) => {
    const serves = answer.kind === 'answered' && answer.body.kind === 'store-reply';
    return serves && answer.body.reply !== 'error' ? done(answer.body) : askInTurn(others, command, later);
  });
}
