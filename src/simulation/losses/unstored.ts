/**
 * Sessions that a response promises although no store has confirmed their write, or although its cookie is too large for
 * the client to keep.
 */
import { type ClusterMessage, isClient, isServer } from '../cluster.ts';
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import { isTooLarge } from '../protocols/cookie-size.ts';
import type { HttpResponse } from '../protocols/http.ts';
import { isSessionKey } from '../session.ts';
import type { DetectorDescriptor, LossDetector } from './detector.ts';
import type { ReportEnd } from './loss.ts';
import { type SessionStates, saysTheSame } from './session-states.ts';

interface Attempt {
  readonly key: string;
  readonly store: NodeId;
  readonly event: EventId;
  readonly value: string;
}

export const unstored: DetectorDescriptor = { kinds: ['message-sent', 'message-delivered'], create };

function create(states: SessionStates, report: ReportEnd): LossDetector {
  const attempts = new Map<RequestId, Attempt>();
  const seeSent = (request: RequestId, { body, from, to }: ClusterMessage, event: EventId): void => {
    if (body.kind === 'store-command') {
      if (body.name === 'SET' && isSessionKey(body.key)) {
        attempts.set(request, { key: body.key, store: to, event, value: body.value });
      }
      return;
    }
    // Without an attempt there's nothing to find.
    if (body.kind !== 'http-response' || attempts.size === 0 || !isServer(from)) return;
    const attempt = attempts.get(request);
    attempts.delete(request);
    if (attempt === undefined || body.status >= 400) return;
    // A session that is only used again is no change.
    const latest = states.latest(attempt.key)?.item;
    const wanted = { kind: 'local-copy', value: attempt.value, untilUs: 0 } as const;
    if (latest !== undefined && saysTheSame(latest, wanted)) return;
    report({ cause: 'not-stored', key: attempt.key, node: attempt.store, event, write: attempt.event });
  };
  return {
    see(event) {
      if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return;
      const { request, body, to } = event.message;
      if (request === null) return;
      if (event.kind === 'message-delivered' && body.kind === 'http-response' && isClient(to)) {
        const cookie = ignoredIn(body);
        if (cookie !== null) {
          report({ cause: 'not-stored', key: cookie, node: to, event: event.id, write: null });
        }
      }
      if (event.kind === 'message-sent') seeSent(request, event.message, event.id);
      // A condition that failed is an answer, too: the session has ended.
      else if (body.kind === 'store-reply' && body.reply !== 'error') attempts.delete(request);
    },
  };
}

/** The memory key of a cookie that its client ignores. */
function ignoredIn({ headers }: HttpResponse): string | null {
  for (const [header, line] of headers) {
    if (header !== 'Set-Cookie') continue;
    const [name = '', value = ''] = line.split(/[=;]/, 2);
    if (isTooLarge({ name, value })) return `cookie ${name}`;
  }
  return null;
}
