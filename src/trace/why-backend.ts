/** Why a node didn't get what it asked another one for: a timeout, a store or a database that fails, a lock that is held. */
import { isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { StoreErrorCode } from '../simulation/protocols/store.ts';
import { isLockKey } from '../simulation/store-keys.ts';
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
  return lost?.kind === 'message-lost'
    ? evidenceOfLoss(problem, lost.message.to, lost.why, lost.id)
    : evidenceOfWaiting(problem);
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
      return evidenceOfLoss(problem, trouble.message.to, trouble.why, trouble.id);
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

/** Who has the lock that this request waited for. */
export function evidenceOfLock({ events, request, judged }: Problem): readonly Evidence[] {
  const asked = events.findLast(
    (event): event is EventOf<'message-sent'> =>
      event.kind === 'message-sent' &&
      event.message.request === request &&
      event.message.body.kind === 'store-command' &&
      isLockKey(event.message.body.key),
  );
  const key = asked?.message.body.kind === 'store-command' ? asked.message.body.key : null;
  const taken = events.findLast(
    (event): event is EventOf<'remembered'> => event.kind === 'remembered' && event.key === key,
  );
  const by = taken?.cause == null ? undefined : events[taken.cause];
  if (by?.kind !== 'message-delivered' || !isServer(by.message.from))
    return [plain('is-locked', judged.server)];
  const { from: holder } = by.message;
  // It can crash before its command has reached the store.
  const sent = events.find((event) => event.kind === 'message-sent' && event.message.id === by.message.id);
  const crash = events.find(
    (event) => event.kind === 'node-crashed' && event.node === holder && event.id > (sent ?? by).id,
  );
  return crash === undefined
    ? [plain('holds-the-lock', holder, by.id)]
    : [plain('holds-the-lock', holder, by.id), plain('crashed-with-the-lock', holder, crash.id)];
}
