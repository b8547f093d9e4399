/** The responses that each client waits for, one per request in flight. A later response has nobody to read it. */
import { type ClusterEvent, isClient } from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpEvent } from './http-traffic.ts';

interface Waiting {
  /** The exchange that the response belongs to; null until the request is sent. */
  exchange: string | null;
  /** Whether the client's patience is over, until it sends the request again. */
  isOver: boolean;
}

export class AwaitedResponses {
  /** By client: its requests in flight. */
  readonly #waiting = new Map<NodeId, Map<RequestId, Waiting>>();
  /** The request whose timers have no name of their own: that of the tab that follows the script. */
  readonly #ofScript = new Map<NodeId, RequestId>();
  /** The last event that can make each client's script send a request: its start, or an unnamed timer. */
  readonly #turns = new Map<NodeId, EventId>();

  see(event: ClusterEvent): void {
    if (event.kind === 'node-started') this.#turns.set(event.node, event.id);
    if (event.kind === 'request-reached' && event.milestone === 'sent') this.#begin(event);
    if (event.kind === 'request-settled') this.#of(clientOf(event.request)).delete(event.request);
    if (event.kind !== 'timer-fired' || !isClient(event.node)) return;
    const [kind, named] = String(event.timer).split(' ');
    if (kind === 'next-line' && named === undefined) this.#turns.set(event.node, event.id);
    const request = named ?? this.#ofScript.get(event.node);
    const waiting = this.#of(event.node).get(request as RequestId);
    if (waiting === undefined || (kind !== 'patience' && kind !== 'retry')) return;
    waiting.exchange = null;
    waiting.isOver = kind === 'patience';
  }

  #begin({ request, cause }: Extract<ClusterEvent, { kind: 'request-reached' }>): void {
    const client = clientOf(request);
    this.#of(client).set(request, { exchange: null, isOver: false });
    if (cause === null || this.#turns.get(client) !== cause) return;
    // Of several requests sent at once, only the first one is the script's own tab's.
    this.#turns.delete(client);
    this.#ofScript.set(client, request);
  }

  #of(client: NodeId): Map<RequestId, Waiting> {
    let waiting = this.#waiting.get(client);
    if (waiting === undefined) {
      waiting = new Map();
      this.#waiting.set(client, waiting);
    }
    return waiting;
  }

  /** @returns Whether a client waits for this response, or for the response to this request. */
  http({ kind, client, exchange, request }: HttpEvent): boolean {
    if (client === null) return false;
    const waiting = this.#of(client);
    if (kind === 'request-sent') {
      // Over TCP a request can still be sent after its client has given up.
      const own = request === null ? undefined : waiting.get(request);
      if (own !== undefined && !own.isOver) own.exchange = exchange;
    }
    return [...waiting.values()].some((each) => each.exchange === exchange && !each.isOver);
  }
}

export function clientOf(request: string): NodeId {
  return request.slice(0, request.indexOf('/'));
}
