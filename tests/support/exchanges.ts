/**
 * What clients asked and what they were told, one line a request in the order in which they ended:
 *
 *     client/3 GET /me: server-2 401 unknown-session
 *
 * Told from the messages' own text, and from how the requests settled.
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

/** The requests that a server was sent, as `request server`, in the order in which they arrived. */
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
