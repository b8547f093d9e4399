/** The response that each client waits for. A later response has nobody to read it. */
import { type ClusterEvent, isClient } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpEvent } from './http-traffic.ts';

export class AwaitedResponses {
  /** Clients that wait for a response, and the exchange that it belongs to, once its request is sent. */
  readonly #waiting = new Map<NodeId, string | null>();

  see(event: ClusterEvent): void {
    if (event.kind === 'request-reached' && event.milestone === 'sent') {
      this.#waiting.set(clientOf(event.request), null);
    }
    if (event.kind === 'request-settled') this.#waiting.delete(clientOf(event.request));
    if (event.kind !== 'timer-fired' || !isClient(event.node)) return;
    if (event.timer === 'patience') this.#waiting.delete(event.node);
    if (event.timer === 'retry') this.#waiting.set(event.node, null);
  }

  /** @returns Whether a client waits for this response, or for the response to this request. */
  http({ kind, client, exchange }: HttpEvent): boolean {
    if (client === null || !this.#waiting.has(client)) return false;
    // Over TCP a request can still be sent after its client has given up.
    if (kind === 'request-sent') this.#waiting.set(client, exchange);
    return this.#waiting.get(client) === exchange;
  }
}

export function clientOf(request: string): NodeId {
  return request.slice(0, request.indexOf('/'));
}
