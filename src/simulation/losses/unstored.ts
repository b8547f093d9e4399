/** Sessions that a response promises although no store has confirmed their write. */
import { type ClusterMessage, isClient, isServer } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { isSessionKey } from '../session.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import type { SessionStates } from './session-states.ts';

interface Attempt {
  readonly key: string;
  readonly store: NodeId;
  readonly event: EventId;
}

export const unstored: DetectorDescriptor = { kinds: ['message-sent', 'message-delivered'], create };

function create(_: SessionStates, report: ReportEnd): LossDetector {
  const attempts = new Map<RequestId, Attempt>();
  const seeSent = (request: RequestId, { body, from, to }: ClusterMessage, event: EventId): void => {
    if (body.kind === 'store-command') {
      if (body.name === 'SET' && isSessionKey(body.key)) {
        attempts.set(request, { key: body.key, store: to, event });
      }
      return;
    }
    // Without an attempt there's nothing to find.
    if (body.kind !== 'http-response' || attempts.size === 0 || !isServer(from) || isClient(from)) return;
    const attempt = attempts.get(request);
    attempts.delete(request);
    if (attempt === undefined || body.status >= 400) return;
    report({ cause: 'not-stored', key: attempt.key, node: attempt.store, event, write: attempt.event });
  };
  return {
    see(event) {
      if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return;
      const { request, body } = event.message;
      if (request === null) return;
      if (event.kind === 'message-sent') seeSent(request, event.message, event.id);
      // A condition that failed is an answer, too: the session has ended.
      else if (body.kind === 'store-reply' && body.reply !== 'error') attempts.delete(request);
    },
  };
}
