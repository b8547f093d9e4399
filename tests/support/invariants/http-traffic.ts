/**
 * HTTP between clients and servers, from a trace's events alone: as messages, or reassembled from TCP segments. The
 * reassembly and the parser are independent of the simulation's own.
 */
import {
  type ClusterEvent,
  type ClusterMessage,
  isClient,
  isServer,
} from '../../../src/simulation/cluster.ts';
import type { NodeId, RequestId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import type { HttpRequest, HttpResponse } from '../../../src/simulation/protocols/http.ts';
import { HttpStreams } from './http-streams.ts';

export type HttpEvent = {
  /** The trace's event that completes this one. */
  readonly event: EventId;
  readonly atUs: number;
  /** The server, or null for a client's side of a connection to a load balancer. */
  readonly server: NodeId | null;
  /** The client, or null for a server's side of such a connection. */
  readonly client: NodeId | null;
  /** Null for a health check. */
  readonly request: RequestId | null;
  /** Equal for a request and its response on the same side. */
  readonly exchange: string;
} & (
  | { readonly kind: 'request-sent' | 'request-arrived'; readonly message: HttpRequest }
  | { readonly kind: 'response-sent' | 'response-arrived'; readonly message: HttpResponse }
);

/** Requests that clients send and servers receive, and responses that servers send and clients receive. */
export class HttpTraffic {
  readonly #streams = new HttpStreams();

  follow(event: ClusterEvent): readonly HttpEvent[] {
    const isMessage = event.kind === 'message-sent' || event.kind === 'message-delivered';
    if (!isMessage || event.message.body.kind === 'tcp-segment') return this.#streams.follow(event);
    const found = httpEventOf(event.kind, event.message, event);
    return found === null ? nothing : [found];
  }
}

const nothing: readonly HttpEvent[] = [];

function httpEventOf(
  kind: 'message-sent' | 'message-delivered',
  { body, from, to, request, exchange }: ClusterMessage,
  { id: event, atUs }: ClusterEvent,
): HttpEvent | null {
  if (body.kind !== 'http-request' && body.kind !== 'http-response') return null;
  const isRequest = body.kind === 'http-request';
  const isSent = kind === 'message-sent';
  // A client's side is where it sends requests and receives responses; a server's side is the opposite.
  const here = isSent ? from : to;
  if (!(isRequest === isSent ? isClient(here) : isServer(here))) return null;
  const sides = isClient(here) ? { client: here, server: null } : { client: null, server: here };
  const shared = { event, atUs, request, exchange: `${here} ${exchange} ${request}`, ...sides };
  return body.kind === 'http-request'
    ? { ...shared, kind: isSent ? 'request-sent' : 'request-arrived', message: body }
    : { ...shared, kind: isSent ? 'response-sent' : 'response-arrived', message: body };
}
