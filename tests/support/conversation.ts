/**
 * The conversation between customer and servers from a trace, one line per message. The hop through the load balancer
 * is left out, unless the load balancer itself responds:
 *
 * client -> server-1: {"product":"laptop"}
 * server-1 -> client: 200 laptop: 1000000 won
 * client -> server-1: {"quantity":2}
 * client -x server-1: reset
 * load-balancer -> client: 502 connection-reset
 */
import { CLIENT, type ClusterEvent, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { HttpRequest, HttpResponse } from '../../src/simulation/protocols/http.ts';

export function conversationOf(events: readonly ClusterEvent[]): string[] {
  const lines: string[] = [];
  /** Requests that a server answered; other responses are the load balancer's own. */
  const answeredBy = new Map<RequestId, NodeId>();
  for (const event of events) {
    if (!('message' in event) || event.message.request === null) continue;
    const { message } = event;
    const { body, from, to, request } = message;
    if (body.kind === 'http-request') {
      if (event.kind === 'message-refused') lines.push(`${CLIENT} -x ${to}: refused`);
      if (event.kind === 'connection-reset') lines.push(`${CLIENT} -x ${to}: reset`);
      if (event.kind === 'message-delivered' && to !== LOAD_BALANCER) {
        lines.push(`${CLIENT} -> ${to}: ${said(body)}`);
      }
    }
    if (body.kind === 'http-response' && event.kind === 'message-delivered' && request !== null) {
      if (to === LOAD_BALANCER) answeredBy.set(request, from);
      else lines.push(`${answeredBy.get(request) ?? from} -> ${to}: ${answer(body)}`);
    }
  }
  return lines;
}

/** The application's response to each answered request, without headers. */
export function answersOf(
  events: readonly ClusterEvent[],
): Map<RequestId, Pick<HttpResponse, 'status' | 'body'>> {
  const answers = new Map<RequestId, Pick<HttpResponse, 'status' | 'body'>>();
  for (const event of events) {
    if (event.kind !== 'message-delivered' || event.message.to !== CLIENT) continue;
    const { body, request } = event.message;
    if (body.kind !== 'http-response' || request === null || body.status >= 500) continue;
    answers.set(request, { status: body.status, body: body.body });
  }
  return answers;
}

function said({ method, target, body }: HttpRequest): string {
  if (method === 'POST') return body;
  return JSON.stringify(Object.fromEntries(new URL(target, 'http://shop.example').searchParams));
}

function answer({ status, body }: HttpResponse): string {
  const fields = JSON.parse(body) as Record<string, unknown>;
  const { ask, error, paid, payment, product, quantity, totalWon, unitPriceWon, next } = fields;
  if (Array.isArray(ask)) return `${status} ask ${ask.join(', ')}`;
  if (error !== undefined) return `${status} ${error}`;
  if (paid === true) return `${status} ${quantity} ${product}: ${totalWon} won paid by ${payment}`;
  if (totalWon !== undefined) return `${status} ${quantity} ${product}: ${totalWon} won, ask ${next}`;
  return `${status} ${product}: ${unitPriceWon} won`;
}
