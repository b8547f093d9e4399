/**
 * Requests and responses of clients, one line per request in order of completion:
 *
 * client/3 GET /me: server-2 401 unknown-session
 *
 * Derived from the messages' text and the requests' outcomes.
 */
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { RequestId } from '../../src/simulation/kernel/actor.ts';
import { headerOf } from '../../src/simulation/protocols/http.ts';

export function exchangesOf(events: readonly ClusterEvent[]): string[] {
  const asked = new Map<RequestId, string>();
  const told = new Map<RequestId, string>();
  return events.flatMap((event) => {
    if (event.kind === 'request-settled') {
      const { request, outcome } = event;
      const answer = outcome === 'answered' || outcome === 'failed' ? told.get(request) : outcome;
      return [`${request} ${asked.get(request)}: ${answer}`];
    }
    if (event.kind !== 'message-sent' && event.kind !== 'message-delivered') return [];
    const { body, request, to } = event.message;
    if (request === null) return [];
    if (body.kind === 'http-request' && !asked.has(request))
      asked.set(request, `${body.method} ${body.target}`);
    if (body.kind === 'http-response' && event.kind === 'message-delivered' && request.startsWith(`${to}/`)) {
      const fields = JSON.parse(body.body) as { error?: string; user?: { userId: string } | null };
      const what = fields.error ?? fields.user?.userId;
      const by = headerOf(body, 'X-Served-By') ?? 'load-balancer';
      told.set(request, `${by} ${body.status}${what === undefined ? '' : ` ${what}`}`);
    }
    return [];
  });
}

/** Requests sent to servers, as `request server`, in order of arrival. */
export function arrivalsOf(events: readonly ClusterEvent[]): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-delivered' &&
    event.message.to.startsWith('server-') &&
    event.message.role === 'request'
      ? event.message.request === null
        ? []
        : [`${event.message.request} ${event.message.to}`]
      : [],
  );
}
