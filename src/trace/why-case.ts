/** The step that is explained, and look-ups in what happened up to it. */
import { type ClusterEvent, type ClusterMessage, LOAD_BALANCER } from '../simulation/cluster.ts';
import type { NodeId, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import type { MemoryItem } from '../simulation/memory.ts';
import type { HttpRequest } from '../simulation/protocols/http.ts';
import { type RequestIntent, readRequest } from './reading.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

export type EventOf<Kind extends ClusterEvent['kind']> = ClusterEvent & { readonly kind: Kind };

/** A step of a request, and all events up to it. */
export interface Case {
  readonly run: Run;
  readonly step: Exclude<Step, { kind: 'command' }>;
  readonly events: readonly ClusterEvent[];
  readonly request: RequestId;
}

export function clientOf(request: RequestId): NodeId {
  return request.slice(0, request.indexOf('/'));
}

/** What a request asks for. */
export function intentOf({ events }: Pick<Run, 'events'>, request: RequestId): RequestIntent {
  const sent = events.find((event) => event.kind === 'message-sent' && event.message.request === request);
  const body = sent?.kind === 'message-sent' ? sent.message.body : undefined;
  return body?.kind === 'http-request' ? readRequest(body) : { kind: 'other' };
}

/** The last arrival of the request at this node. */
export function arrivalAt(
  { events, request }: Pick<Case, 'events' | 'request'>,
  node: NodeId,
): { readonly event: EventId; readonly body: HttpRequest } | null {
  const arrived = events.findLast(
    (event) =>
      event.kind === 'message-delivered' &&
      event.message.request === request &&
      event.message.to === node &&
      event.message.body.kind === 'http-request',
  );
  if (arrived?.kind !== 'message-delivered' || arrived.message.body.kind !== 'http-request') return null;
  return { event: arrived.id, body: arrived.message.body };
}

/**
 * The last message of a request that reached its receiver, and that the receiver hasn't answered yet: the node that everyone
 * waits for.
 */
export function openMessage({ events, request }: Pick<Case, 'events' | 'request'>): ClusterMessage | null {
  const open = new Map<string, ClusterMessage>();
  for (const event of events) {
    if (event.kind !== 'message-delivered' && event.kind !== 'message-sent') continue;
    const { message } = event;
    if (message.request !== request) continue;
    const { role, from, to, exchange } = message;
    if (role === 'request' && event.kind === 'message-delivered')
      open.set(`${from} ${to} ${exchange}`, message);
    if (role === 'reply' && event.kind === 'message-sent') open.delete(`${to} ${from} ${exchange}`);
  }
  return [...open.values()].at(-1) ?? null;
}

/** The last message of a request that hasn't arrived yet. */
export function messageInFlight({
  events,
  request,
}: Pick<Case, 'events' | 'request'>): ClusterMessage | null {
  const flying = new Map<number, ClusterMessage>();
  for (const event of events) {
    if (!('message' in event) || event.message.request !== request) continue;
    if (event.kind === 'message-sent') flying.set(event.message.id, event.message);
    else flying.delete(event.message.id);
  }
  return [...flying.values()].at(-1) ?? null;
}

/** What the load balancer remembered before an event. */
export function balancerItems(events: readonly ClusterEvent[], before: EventId): readonly MemoryItem[] {
  const kept = new Map<string, { readonly item: MemoryItem; readonly durable: boolean }>();
  for (const event of events) {
    if (event.id >= before) break;
    if (!('node' in event) || event.node !== LOAD_BALANCER) continue;
    if (event.kind === 'remembered') kept.set(event.key, event);
    if (event.kind === 'forgot') kept.delete(event.key);
    if (event.kind === 'node-crashed' && event.forgets) {
      for (const [key, { durable }] of kept) if (!durable) kept.delete(key);
    }
  }
  return [...kept.values()].map(({ item }) => item);
}
