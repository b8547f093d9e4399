/** Pairs each HTTP request that reached a server with the server's response. */
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';
import type { HttpEvent } from './http-traffic.ts';

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
  follow(event: HttpEvent): Served | undefined {
    const { server, request: id, exchange } = event;
    if (server === null || id === null) return undefined;
    if (event.kind === 'request-arrived') {
      // A restarted sender reuses exchange IDs, so the same request can arrive twice under one. The first one counts.
      if (!this.#arrived.has(exchange)) {
        const { message: request, event: arrival, atUs: arrivedAtUs } = event;
        this.#arrived.set(exchange, { request, arrival, arrivedAtUs });
      }
      return undefined;
    }
    if (event.kind !== 'response-sent') return undefined;
    const arrived = this.#arrived.get(exchange);
    if (arrived === undefined) return undefined;
    return { ...arrived, server, id, response: event.message, repliedAtUs: event.atUs };
  }
}
