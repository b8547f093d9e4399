/**
 * Summary of a run in memory that grows with nodes and sessions, not with requests: for scenarios with thousands of
 * clients, whose traces are too large to view.
 */
import { type ClusterEvent, type ClusterMessage, type ClusterSink, isClient, isServer } from '../cluster.ts';
import type { NodeId, Outcome, RequestId } from '../kernel/actor.ts';
import type { EndReason } from '../kernel/trace-event.ts';
import type { LossCounts } from '../losses/loss.ts';
import { LossCounter } from '../losses/loss-counter.ts';
import type { Status } from '../protocols/http.ts';
import { bytesOnWire } from '../protocols/wire.ts';
import { MemoryCensus, type MemoryUse } from './memory-census.ts';
import { QuantileSketch } from './quantile-sketch.ts';

/** Virtual time in integer microseconds, sizes in UTF-8 bytes. */
export interface RunStatistics {
  /** Number of reported events. */
  readonly events: number;
  readonly requestsSent: number;
  /** Requests by outcome, as their clients see it. Unsettled requests don't count. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Responses that reached clients, by status. */
  readonly statuses: ReadonlyMap<Status, number>;
  /** Requests that arrived at each server; a retry counts again. */
  readonly requestsByServer: ReadonlyMap<NodeId, number>;
  /** Round trips to other machines on behalf of requests, by server. */
  readonly roundTrips: ReadonlyMap<NodeId, number>;
  /** Bytes between clients and load balancer, within the cluster, and for health checks. */
  readonly bytes: { readonly internet: number; readonly cluster: number; readonly background: number };
  /** Sessions, or latest changes of sessions, that were lost for any cause. Each counts once. */
  readonly sessionsLost: number;
  readonly losses: LossCounts;
  /** At the end of the run. */
  readonly memoryByNode: ReadonlyMap<NodeId, MemoryUse>;
  /** From sending a request until it's settled. */
  readonly latencyUs: QuantileSketch;
  /** Time in a server's queue; 0 when a worker was free. */
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
  readonly #losses = new LossCounter();
  readonly #latencyUs = new QuantileSketch();
  readonly #inLineUs = new QuantileSketch();
  #endReason: EndReason | null = null;
  /**
   * Send time of each client's latest request; a client has one in flight at a time. Keyed by client, because a Map
   * with short-lived request keys uses much memory (see number-map.ts).
   */
  readonly #sentUs = new Map<NodeId, number>();

  report(event: ClusterEvent): void {
    this.#events += 1;
    this.#losses.follow(event);
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
      sessionsLost: this.#losses.sessionsLost,
      losses: this.#losses.losses,
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
