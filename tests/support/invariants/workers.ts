/** A server's workers and its queue: how many requests run, how many wait, and in which order they begin. */
import { type ClusterEvent, isServer } from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import type { HttpEvent } from './http-traffic.ts';

interface Arrival {
  readonly request: RequestId;
  readonly exchange: string;
  readonly atUs: number;
}

/** What a server has to do at once. */
type Due =
  | { readonly kind: 'begin'; readonly arrival: Arrival; readonly atUs: number }
  | { readonly kind: 'reject'; readonly arrival: Arrival; readonly atUs: number };

/** One life of a server. */
interface Life {
  /** Exchanges. A restarted sender reuses their IDs, so one can be there twice. */
  readonly running: string[];
  readonly queue: Arrival[];
  readonly due: Due[];
  /** Idle connections that it has closed. What still comes over one of them is reset, and never begun. */
  readonly closed: Set<number>;
}

/**
 * A request begins at once while a worker is free, otherwise it waits behind those that came before it, and a request
 * that finds the queue full is rejected with a 503.
 */
export function workersAndQueue(report: Report, { capacity }: ClusterScenario): Checker {
  const lives = new Map<NodeId, Life>();
  const overdue = (server: NodeId, life: Life, nowUs: number) => {
    const first = life.due[0];
    if (first === undefined || first.atUs >= nowUs) return;
    report(`${server} does not ${first.kind} ${first.arrival.request} at ${first.atUs} µs`);
    life.due.length = 0;
  };
  return {
    see(event) {
      for (const [server, life] of lives) if (life.due.length > 0) overdue(server, life, event.atUs);
      if (event.kind === 'message-sent' && event.message.body.kind === 'connection-close') {
        lives.get(event.message.from)?.closed.add(event.message.body.connection);
      }
      if (!('node' in event) || !isServer(event.node)) return;
      if (event.kind === 'node-started')
        lives.set(event.node, { running: [], queue: [], due: [], closed: new Set() });
      if (event.kind === 'node-crashed' || event.kind === 'node-left') lives.delete(event.node);
      const life = lives.get(event.node);
      if (event.kind === 'request-begun' && life !== undefined) begin(event, life, report);
    },
    http({ kind, server, request, exchange, atUs, message }) {
      const life = server === null || request === null ? undefined : lives.get(server);
      if (server === null || request === null || life === undefined) return;
      if (kind === 'request-arrived' && !life.closed.has(message.connection ?? Number.NaN)) {
        const arrival = { request, exchange, atUs };
        if (life.running.length < capacity.workers) {
          life.running.push(exchange);
          life.due.push({ kind: 'begin', arrival, atUs });
        } else if (life.queue.length < capacity.queueMax) life.queue.push(arrival);
        else life.due.push({ kind: 'reject', arrival, atUs });
      }
      if (kind === 'response-sent') answer({ server, exchange, atUs, message }, life, report);
    },
  };
}

function begin(
  { node, request, queuedUs, atUs }: Extract<ClusterEvent, { kind: 'request-begun' }>,
  life: Life,
  report: Report,
): void {
  const [due] = life.due.splice(0, 1);
  if (due?.kind !== 'begin' || due.arrival.request !== request) {
    report(
      `${node} begins ${request}, but ${due === undefined ? 'nothing is due' : `has to ${due.kind} ${due.arrival.request}`}`,
    );
    return;
  }
  const waitedUs = atUs - due.arrival.atUs;
  if (queuedUs !== waitedUs) report(`${request} waited ${waitedUs} µs on ${node}, which says ${queuedUs} µs`);
}

function answer(
  { server, exchange, atUs, message }: Pick<HttpEvent, 'exchange' | 'atUs' | 'message'> & { server: NodeId },
  life: Life,
  report: Report,
): void {
  const isBusy =
    message.kind === 'http-response' && message.status === 503 && message.body.includes('server-busy');
  const rejected = life.due[0];
  // First, because a request of an earlier life of the sender can run under the same ID.
  if (isBusy && rejected?.kind === 'reject' && rejected.arrival.exchange === exchange) {
    life.due.shift();
    return;
  }
  const worker = life.running.indexOf(exchange);
  if (worker >= 0) {
    life.running.splice(worker, 1);
    if (isBusy) report(`${server} rejects ${exchange}, which it has begun`);
    const next = life.queue.shift();
    if (next === undefined) return;
    life.running.push(next.exchange);
    life.due.push({ kind: 'begin', arrival: next, atUs });
    return;
  }
  life.due.shift();
  report(`${server} answers ${exchange}, which it has not begun`);
}

/** A request that a server has received, and its place among all of them. */
interface Waiting {
  readonly request: RequestId;
  readonly atUs: number;
  readonly order: number;
}

/**
 * Over TCP a worker's end isn't visible, because its response can wait for the connection. What is: requests begin in the
 * order of their arrival, after the time that they waited, and no more of them wait than the queue holds.
 */
export function workersOverTcp(report: Report, { capacity }: ClusterScenario): Checker {
  const waiting = new Map<NodeId, Waiting[]>();
  const begun = new Map<NodeId, { readonly from: number; readonly to: number }[]>();
  let order = 0;
  const end = (server: NodeId) => {
    const spans = begun.get(server) ?? [];
    for (const { from } of spans) {
      const length = spans.filter((each) => each.from <= from && each.to > from).length;
      if (length > capacity.queueMax) report(`${length} requests wait on ${server}, whose queue is shorter`);
    }
    begun.delete(server);
    waiting.delete(server);
  };
  return {
    http({ kind, server, request, atUs }) {
      if (kind !== 'request-arrived' || server === null || request === null) return;
      order += 1;
      waiting.set(server, [...(waiting.get(server) ?? []), { request, atUs, order }]);
    },
    see(event) {
      order += 1;
      if (!('node' in event) || !isServer(event.node)) return;
      const { node } = event;
      if (event.kind === 'node-crashed' || event.kind === 'node-left') end(node);
      if (event.kind !== 'request-begun') return;
      const { request, queuedUs, atUs } = event;
      const all = waiting.get(node) ?? [];
      const index = all.findIndex((each) => each.request === request && each.atUs === atUs - queuedUs);
      const found = all[index];
      if (found === undefined) {
        report(`${request} did not arrive ${queuedUs} µs before it begins on ${node}`);
        return;
      }
      if (queuedUs > 0) begun.set(node, [...(begun.get(node) ?? []), { from: found.order, to: order }]);
      // What came before it and hasn't begun was rejected. A request that was overtaken is missed when it begins.
      waiting.set(node, all.slice(index + 1));
    },
    end() {
      for (const server of begun.keys()) end(server);
    },
  };
}
