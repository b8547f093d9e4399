/**
 * Queries the store: the primary first, then the replica if the primary fails. The replica serves once it's promoted.
 * Reads can go to the replica first.
 */
import { andThen, ask, done, type Flow, inLine, wait } from '../actors/flow.ts';
import { type ClusterContext, SESSION_STORE, SESSION_STORE_REPLICA } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import type { StoreCommand, StoreReply } from '../protocols/store.ts';
import type { StoreConditions } from '../scenario.ts';
import type { StoreProblem } from './session-strategy.ts';

/** Replies of a store that serves. */
type StoreAnswer = Exclude<StoreReply, { reply: 'error' }>;

/** Queries the stores. A problem instead of an answer: none of them serves, or a full one refuses the write. */
export type StoreClient = (
  command: StoreCommand,
  context: ClusterContext,
) => Flow<StoreAnswer | StoreProblem>;

export function isProblem(answer: StoreAnswer | StoreProblem): answer is StoreProblem {
  return typeof answer === 'string';
}

/** @param patienceUs How long a client that waits tries again. Neither the balancer nor the client waits longer. */
export function storeClient(store: StoreConditions, patienceUs: number): StoreClient {
  const inOrder = store.replica === null ? [SESSION_STORE] : [SESSION_STORE, SESSION_STORE_REPLICA];
  const forReads = store.replica?.readsFrom === 'replica' ? inOrder.toReversed() : inOrder;
  const ask: StoreClient = (command, context) => {
    const stores = command.name === 'GET' ? forReads : inOrder;
    const endUs = context.nowUs + patienceUs;
    return store.client === 'fails'
      ? askInTurn(stores, command, context)
      : inLine((turn) => tryUntil(endUs, 1, stores, command, turn));
  };
  if (store.onWriteError === 'fail') return ask;
  return (command, context) =>
    andThen(ask(command, context), context, (answer) =>
      done(isProblem(answer) && command.name !== 'GET' ? pretended : answer),
    );
}

/** What a server goes on with after a write that failed. */
const pretended: StoreAnswer = { kind: 'store-reply', reply: 'ok' };

const RETRY_US = 50_000;
const RETRY_US_MAX = 2_000_000;

/**
 * Tries again after growing pauses, as ioredis does: 50 ms more each time, up to 2 s. A store that is full isn't down: asking
 * again doesn't help.
 */
function tryUntil(
  endUs: number,
  attempt: number,
  stores: readonly NodeId[],
  command: StoreCommand,
  context: ClusterContext,
): Flow<StoreAnswer | StoreProblem> {
  return andThen(askInTurn(stores, command, context), context, (asked, { nowUs }) => {
    const pauseUs = Math.min(attempt * RETRY_US, RETRY_US_MAX);
    if (asked !== 'unavailable' || nowUs >= endUs) return done(asked);
    return wait(pauseUs, (later) => tryUntil(endUs, attempt + 1, stores, command, later));
  });
}

function askInTurn(
  [store, ...others]: readonly NodeId[],
  command: StoreCommand,
  context: ClusterContext,
): Flow<StoreAnswer | StoreProblem> {
  if (store === undefined) return done('unavailable');
  return andThen(ask(store, command), context, (answer, later): Flow<StoreAnswer | StoreProblem> => {
    if (answer.kind === 'failed' || answer.body.kind !== 'store-reply')
      return askInTurn(others, command, later);
    const { body } = answer;
    if (body.reply !== 'error') return done(body);
    return body.code === 'OOM' ? done('store-full') : askInTurn(others, command, later);
  });
}
