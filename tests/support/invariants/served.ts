/** Pairs each HTTP request that reached a server with the server's response, from the trace alone. */
import { type ClusterEvent, type ClusterMessage, isServer } from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';

export interface Served {
  readonly server: NodeId;
  readonly id: RequestId;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly arrival: EventId;
  readonly arrivedAtUs: number;
  readonly repliedAtUs: number;
}

type Arrived = Pick<Served, 'request' | 'arrival' | 'arrivedAtUs'>;

export class ServedRequests {
  readonly #arrived = new Map<string, Arrived>();

  /** @returns The exchange that this event completes on the server's side, or undefined. */
  follow(event: ClusterEvent): Served | undefined {
    if (event.kind !== 'message-delivered' && event.kind !== 'message-sent') return undefined;
    const { message } = event;
    if (message.request === null) return undefined;
    if (event.kind === 'message-delivered') {
      if (message.role === 'request' && message.body.kind === 'http-request' && isServer(message.to)) {
        this.#arrive(message, message.body, event);
      }
      return undefined;
    }
    if (message.role !== 'reply' || message.body.kind !== 'http-response' || !isServer(message.from)) {
      return undefined;
    }
    const arrived = this.#arrived.get(keyOf(message, message.from));
    if (arrived === undefined) return undefined;
    const { from: server, request: id, body: response } = message;
    return { ...arrived, server, id, response, repliedAtUs: event.atUs };
  }

  /**
   * A restarted sender reuses exchange IDs, so the same request can arrive twice under one ID. The first arrival
   * counts.
   */
  #arrive(message: ClusterMessage, request: HttpRequest, { id, atUs }: ClusterEvent): void {
    const key = keyOf(message, message.to);
    if (!this.#arrived.has(key)) this.#arrived.set(key, { request, arrival: id, arrivedAtUs: atUs });
  }
}

function keyOf({ exchange, request }: ClusterMessage, server: NodeId): string {
  return `${server} ${exchange} ${request}`;
}
