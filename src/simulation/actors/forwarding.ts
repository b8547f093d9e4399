/** How the load balancer sends requests to servers, and answers those that no server can take. */
import { type ClusterContext, type ClusterEffect, type ClusterMessage, LOAD_BALANCER } from '../cluster.ts';
import { type Header, type HttpRequest, jsonResponse } from '../protocols/http.ts';
import { returnConnection, takeConnection } from './keep-alive.ts';
import type {
  Forwarded,
  Job,
  LoadBalancerOptions,
  LoadBalancerState,
  UnknownResult,
} from './load-balancer-state.ts';
import { choose } from './server-choice.ts';

/** The timer for the deadline of the oldest exchange. */
export const PATIENCE = 'patience';
/** Added to each forwarded request (RFC 9110 §7.6.3). */
const VIA: Header = ['Via', `1.1 ${LOAD_BALANCER}`];

/** Chooses a server that hasn't refused the request. Without one, the load balancer answers itself. */
export function forward(
  state: LoadBalancerState,
  job: Omit<Job, 'server'>,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const { message, tried } = job;
  const server = choose(state, message, requestIn(message), tried, options, context);
  if (server === undefined) return [...giveUpOn(state, job, 'no-server', options)];
  return connect(state, { ...job, server }, options, context);
}

/**
 * Answers a request that no further server gets. If a server may have executed it, the response says so, as HAProxy's and
 * nginx's do: a 503 would mean that nothing was done.
 */
export function giveUpOn(
  state: LoadBalancerState,
  { message, unknown }: Omit<Job, 'server'>,
  error: 'no-server' | 'server-unreachable',
  { conduct }: LoadBalancerOptions,
): readonly ClusterEffect[] {
  return unknown === undefined
    ? respond(state, message, conduct.noServerStatus, error)
    : respondUnknown(state, message, unknown);
}

/** RFC 9110 §15.6.3 and §15.6.5. */
export function respondUnknown(
  state: LoadBalancerState,
  message: ClusterMessage,
  unknown: UnknownResult,
): readonly ClusterEffect[] {
  return respond(state, message, unknown === 'connection-reset' ? 502 : 504, unknown);
}

/** Sends the request to its server. */
export function connect(
  state: LoadBalancerState,
  job: Job,
  { timing: { serverTimeoutUs } }: LoadBalancerOptions,
  { nowUs }: ClusterContext,
): ClusterEffect[] {
  const { message, server: to } = job;
  const received = requestIn(message);
  state.lastExchange += 1;
  const exchange = state.lastExchange;
  const plain: HttpRequest = { ...received, headers: [...received.headers, VIA] };
  const { pool } = state;
  const body = pool === null ? plain : { ...plain, connection: takeConnection(pool, to, exchange) };
  state.forwarded.set(exchange, { ...job, untilUs: nowUs + serverTimeoutUs });
  state.connections.set(to, (state.connections.get(to) ?? 0) + 1);
  const effects: ClusterEffect[] = [{ kind: 'send', to, exchange, body, request: message.request }];
  // One timer serves all exchanges: after each timeout it's set to the next deadline.
  if (state.forwarded.size === 1) {
    effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: serverTimeoutUs });
  }
  return effects;
}

/** Ends an exchange: its server has responded, or no longer will. */
export function endExchange(
  state: LoadBalancerState,
  exchange: number,
  { server }: Forwarded,
  { isAlive }: { readonly isAlive: boolean },
): void {
  if (state.pool !== null) returnConnection(state.pool, server, exchange, isAlive);
  state.forwarded.delete(exchange);
  state.connections.set(server, (state.connections.get(server) ?? 1) - 1);
}

/** The load balancer's own response. */
function respond(
  state: LoadBalancerState,
  message: ClusterMessage,
  status: 502 | 503 | 504,
  error: string,
): readonly ClusterEffect[] {
  state.reused.add(message.from);
  return [{ kind: 'reply', to: message, body: jsonResponse(status, [], { error }) }];
}

/** @throws If the message holds no HTTP request. */
export function requestIn({ body }: ClusterMessage): HttpRequest {
  if (body.kind !== 'http-request')
    throw new Error(`The load balancer got an unexpected ${body.kind} message.`);
  return body;
}
