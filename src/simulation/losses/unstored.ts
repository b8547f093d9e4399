/** Sessions that a response promises although no store has confirmed their write. */
import { type ClusterEvent, type ClusterMessage, isClient, isServer } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { isSessionKey } from '../session.ts';
import type { CreateDetector } from './detector.ts';

interface Attempt {
  readonly key: string;
  readonly store: NodeId;
  readonly event: EventId;
}

export const unstored: CreateDetector = (_, report) => {
  const attempts = new Map<RequestId, Attempt>();
  const see = (request: RequestId, message: ClusterMessage, event: ClusterEvent): void => {
    const { body, from, to } = message;
    if (event.kind === 'message-sent' && body.kind === 'store-command' && body.name === 'SET') {
      if (isSessionKey(body.key)) attempts.set(request, { key: body.key, store: to, event: event.id });
    }
    // A condition that failed is an answer, too: the session has ended.
    if (event.kind === 'message-delivered' && body.kind === 'store-reply' && body.reply !== 'error') {
      attempts.delete(request);
    }
    if (event.kind !== 'message-sent' || body.kind !== 'http-response' || !isServer(from) || isClient(from))
      return;
    const attempt = attempts.get(request);
    attempts.delete(request);
    if (attempt === undefined || body.status >= 400) return;
    const { key, store } = attempt;
    report({ cause: 'not-stored', key, node: store, event: event.id, write: attempt.event });
  };
  return {
    see(event) {
      if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return;
      const { request } = event.message;
      if (request !== null) see(request, event.message, event);
    },
  };
};
