/** Why a node didn't get what it asked another one for: a timeout, a store or a database that fails. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { StoreErrorCode } from '../simulation/protocols/store.ts';
import type { Evidence, PlainReason } from './reasons.ts';
import type { Case, EventOf } from './why-case.ts';
import { lastTrouble, type Problem, plain } from './why-error.ts';
import {
  evidenceOfLoss,
  evidenceOfNoAnswer,
  evidenceOfReset,
  evidenceOfSilence,
  evidenceOfWaiting,
} from './why-silence.ts';

/** A server that was asked, and didn't answer in time. */
export function evidenceOfTimeout(problem: Problem): readonly Evidence[] {
  const lost = lastTrouble(problem, ({ kind }) => kind === 'message-lost');
  return lost?.kind === 'message-lost' ? evidenceOfLoss(problem, lost) : evidenceOfWaiting(problem);
}

/** Why a server couldn't use another node: the last thing that went wrong between them. */
export function evidenceOfBackend(
  problem: Problem,
  isBackend: (node: NodeId) => boolean,
): readonly Evidence[] {
  const trouble = lastTrouble(
    problem,
    (each) => each.kind !== 'recalled' && (isBackend(each.message.to) || isBackend(each.message.from)),
  );
  const error = lastStoreError(problem);
  if (error !== undefined && isBackend(error.message.from) && error.id > (trouble?.id ?? -1)) {
    const isRefused = trouble?.kind === 'message-refused';
    const primary = isRefused ? evidenceOfNoAnswer(problem, trouble.message.to, trouble.id) : [];
    return [...primary, ...ofStoreError(error)];
  }
  switch (trouble?.kind) {
    case 'message-refused':
      return evidenceOfSilence(problem, trouble.message.to, trouble.id);
    case 'message-lost':
      return evidenceOfLoss(problem, trouble);
    case 'connection-reset':
      return evidenceOfReset(problem, trouble);
    default:
      return evidenceOfWaiting(problem);
  }
}

const storeErrors: Partial<Record<StoreErrorCode, PlainReason>> = {
  LOADING: 'is-still-loading',
  MASTERDOWN: 'is-only-a-replica',
  READONLY: 'is-only-a-replica',
};

function ofStoreError({ message, id }: EventOf<'message-delivered'>): readonly Evidence[] {
  const { body, from } = message;
  const code = body.kind === 'store-reply' && body.reply === 'error' ? body.code : null;
  const kind = code === null ? undefined : storeErrors[code];
  return kind === undefined ? [] : [plain(kind, from, id)];
}

/** The last error that a store sent for this request. */
function lastStoreError({ events, request }: Case): EventOf<'message-delivered'> | undefined {
  return events.findLast(
    (event): event is EventOf<'message-delivered'> =>
      event.kind === 'message-delivered' &&
      event.message.request === request &&
      event.message.body.kind === 'store-reply' &&
      event.message.body.reply === 'error',
  );
}

/** The store that refused a write, as it's full. */
export function evidenceOfFullStore(problem: Problem): readonly Evidence[] {
  return [plain('had-no-room', lastStoreError(problem)?.message.from ?? problem.judged.server)];
}
