/**
 * What became of a run's requests, in memory that grows with the nodes and their sessions and not with the requests:
 * for scenarios of thousands of clients, of which nobody wants to see every message.
 */
import { type ClusterEvent, type ClusterMessage, type ClusterSink, isClient, isServer } from '../cluster.ts';
import type { NodeId, Outcome, RequestId } from '../kernel/actor.ts';
import type { EndReason } from '../kernel/trace-event.ts';
import type { Status } from '../protocols/http.ts';
import { bytesOnWire } from '../protocols/wire.ts';
import { MemoryCensus, type MemoryUse } from './memory-census.ts';
import { QuantileSketch } from './quantile-sketch.ts';

/** Whole microseconds of virtual time, and bytes of UTF-8. */
export interface RunStatistics {
  /** Everything that was reported. */
  readonly events: number;
  readonly requestsSent: number;
  /** What clients say of their requests; a request that is never settled is in none of these. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** The responses that reached clients. */
  readonly statuses: ReadonlyMap<Status, number>;
  /** The requests that arrived at each server; one that is repeated counts again. */
  readonly requestsByServer: ReadonlyMap<NodeId, number>;
  /** How often servers asked another machine because of a request, by whom they asked. */
  readonly roundTrips: ReadonlyMap<NodeId, number>;
  /** Sent between clients and the load balancer, within the cluster, and for health checks. */
  readonly bytes: { readonly internet: number; readonly cluster: number; readonly background: number };
  /** Of which a crash, or a server that left, took the last copy. */
  readonly sessionsLost: number;
  /** At the end of the run. */
  readonly memoryByNode: ReadonlyMap<NodeId, MemoryUse>;
  /** From a request's sending until it was settled. */
  readonly latencyUs: QuantileSketch;
  /** In line at a server; 0 for those who found a worker free. */
  readonly queueingUs: QuantileSketch;
  readonly endReason: EndReason | null;
}

export class StatisticsSink implements ClusterSink {
  #events = 0;
  #requestsSent = 0;
  readonly #outcomes: Record<Outcome, number> = {
    answered: 0,
    failed: 0,
    refused: 0,
    'timed-out': 0,
    sent: 0,
  };
  readonly #statuses = new Map<Status, number>();
  readonly #requestsByServer = new Map<NodeId, number>();
  readonly #roundTrips = new Map<NodeId, number>();
  readonly #bytes = { internet: 0, cluster: 0, background: 0 };
  readonly #memory = new MemoryCensus();
  readonly #latencyUs = new QuantileSketch();
  readonly #inLineUs = new QuantileSketch();
  #endReason: EndReason | null = null;
  /**
   * When each client sent its latest request: it has one under way at a time. By request there would be entries that come
   * and go, and what a Map does with those (number-map.ts) takes memory.
   */
  readonly #sentUs = new Map<NodeId, number>();

  report(event: ClusterEvent): void {
    this.#events += 1;
    switch (event.kind) {
      case 'message-sent':
        this.#weigh(event.message, event.background);
        return;
      case 'message-delivered':
        this.#countDelivery(event.message);
        return;
      case 'request-reached':
        if (event.milestone === 'sent') {
          this.#requestsSent += 1;
          this.#sentUs.set(clientOf(event.request), event.atUs);
        }
        return;
      case 'request-begun':
        this.#inLineUs.add(event.queuedUs);
        return;
      case 'request-settled': {
        this.#outcomes[event.outcome] += 1;
        const sentUs = this.#sentUs.get(clientOf(event.request));
        if (sentUs !== undefined) this.#latencyUs.add(event.atUs - sentUs);
        return;
      }
      case 'run-ended':
        this.#endReason = event.reason;
        return;
      default:
        this.#memory.follow(event);
    }
  }

  statistics(): RunStatistics {
    return {
      events: this.#events,
      requestsSent: this.#requestsSent,
      outcomes: this.#outcomes,
      statuses: this.#statuses,
      requestsByServer: this.#requestsByServer,
      roundTrips: this.#roundTrips,
      bytes: this.#bytes,
      sessionsLost: this.#memory.sessionsLost,
      memoryByNode: this.#memory.memoryByNode(),
      latencyUs: this.#latencyUs,
      queueingUs: this.#inLineUs,
      endReason: this.#endReason,
    };
  }

  #weigh({ from, to, body }: ClusterMessage, isBackground: boolean): void {
    const where = isBackground ? 'background' : isClient(from) || isClient(to) ? 'internet' : 'cluster';
    this.#bytes[where] += bytesOnWire(body);
  }

  #countDelivery({ from, to, role, request, body }: ClusterMessage): void {
    if (request === null) return;
    if (role === 'request') {
      if (isServer(from)) increment(this.#roundTrips, to);
      else if (isServer(to)) increment(this.#requestsByServer, to);
    } else if (body.kind === 'http-response' && isClient(to)) increment(this.#statuses, body.status);
  }
}

function clientOf(request: RequestId): NodeId {
  return request.slice(0, request.indexOf('/'));
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
