/** The load balancer: chooses a server for each request, and finds live servers through health checks. */
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  isServer,
  LOAD_BALANCER,
} from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { NumberMap } from '../kernel/number-map.ts';
import { cookieOf, setCookie } from '../protocols/cookies.ts';
import {
  type Header,
  type HttpRequest,
  type HttpResponse,
  isIdempotent,
  jsonResponse,
} from '../protocols/http.ts';
import type { Timing } from '../scenario.ts';
import { AFFINITY_COOKIE, type Balancing } from './balancing.ts';
import {
  checkAll,
  forgetChecks,
  HEALTH_EXCHANGE,
  type HealthState,
  isFit,
  newHealth,
  nextCheck,
  readHealth,
  startDraining,
  weighCheck,
} from './health.ts';
import { serverForAddress } from './rendezvous-hashing.ts';

export interface LoadBalancerOptions {
  readonly balancing: Balancing;
  readonly timing: Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax' | 'serverTimeoutUs'>;
  /** A client's address as the load balancer sees it. Clients behind one router share an address. */
  readonly addressOf: (client: NodeId) => string;
}

/** A forwarded request, and the servers that have refused it. */
interface Forwarded {
  readonly message: ClusterMessage;
  readonly server: NodeId;
  readonly tried: readonly NodeId[];
  /** Deadline for the server's response. */
  readonly untilUs: number;
}

export interface LoadBalancerState {
  /** Forwarded requests by exchange ID. */
  readonly forwarded: NumberMap<Forwarded>;
  /** Exchange IDs count from 1. Timeouts are equal, so deadlines are in the same order. */
  lastExchange: number;
  /** No exchange below this ID is in flight. */
  oldestExchange: number;
  /** Requests in flight per server. */
  readonly connections: Map<NodeId, number>;
  readonly health: HealthState;
  /** The cluster's servers, in order. */
  servers: readonly NodeId[];
  /** Round-robin position: an index into the servers. */
  turn: number;
}

/** The timer for the deadline of the oldest exchange. */
const PATIENCE = 'patience';
/** Added to each forwarded request (RFC 9110 §7.6.3). */
const VIA: Header = ['Via', `1.1 ${LOAD_BALANCER}`];
const NONE_TRIED: readonly NodeId[] = [];

export function loadBalancer(options: LoadBalancerOptions): ClusterActor<LoadBalancerState> {
  return {
    start: () => ({
      forwarded: new NumberMap(),
      lastExchange: 0,
      oldestExchange: 1,
      connections: new Map(),
      health: newHealth(),
      servers: [],
      turn: 0,
    }),
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          state.servers = context.members.filter(isServer);
          return [...readHealth(state.health, context), nextCheck(options.timing)];
        case 'draining':
          return startDraining(state.health, input.node);
        case 'joined':
        case 'left':
          state.servers = context.members.filter(isServer);
          return forgetChecks(state.health, input.node);
        case 'timer':
          return input.timer === PATIENCE
            ? giveUp(state, context)
            : checkAll(state.health, state.servers, options.timing);
        case 'message':
        case 'refused':
        case 'reset':
          return input.message.exchange === HEALTH_EXCHANGE
            ? weighCheck(state.health, input, state.servers, options.timing)
            : pass(state, input, options, context);
        case 'node-command':
          return [];
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function pass(
  state: LoadBalancerState,
  input: Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' }>,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const { message } = input;
  if (input.kind === 'message' && message.role === 'request') {
    return forward(state, message, NONE_TRIED, options, context);
  }
  const job = state.forwarded.get(message.exchange);
  // Ignore a late response: the load balancer has timed out, or has tried another server.
  if (job === undefined || job.server !== (input.kind === 'message' ? message.from : message.to)) return [];
  close(state, message.exchange, job);
  const effects: ClusterEffect[] = [];
  // Refused: the server got nothing, so any request can go to another server. Reset: the server may have executed it,
  // so only an idempotent request is retried (RFC 9110 §9.2.2).
  if (input.kind === 'message') effects.push(passOn(job, message, options));
  else if (input.kind === 'refused' || isIdempotent(requestIn(job.message))) {
    effects.push(...forward(state, job.message, [...job.tried, job.server], options, context));
  } else effects.push(fail(job.message, 502, 'connection-reset'));
  if (state.forwarded.size === 0) effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  return effects;
}

/** Passes a server's reply on, with an affinity cookie unless the client has it already. */
function passOn(job: Forwarded, { body }: ClusterMessage, { balancing }: LoadBalancerOptions): ClusterEffect {
  if (body.kind !== 'http-response')
    throw new Error(`The load balancer got an unexpected ${body.kind} message.`);
  const { server, message } = job;
  const isBound = balancing.affinity !== 'cookie' || cookieOf(requestIn(message), AFFINITY_COOKIE) === server;
  const binding: readonly Header[] = isBound ? [] : [setCookie(AFFINITY_COOKIE, server)];
  const response: HttpResponse = isBound ? body : { ...body, headers: [...body.headers, ...binding] };
  return { kind: 'reply', to: message, body: response };
}

/** Times out servers that took too long. Whether they executed the request is unknown. */
function giveUp(state: LoadBalancerState, { nowUs }: ClusterContext): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (; state.oldestExchange <= state.lastExchange; state.oldestExchange += 1) {
    const job = state.forwarded.get(state.oldestExchange);
    if (job === undefined) continue;
    if (job.untilUs > nowUs) {
      effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: job.untilUs - nowUs });
      break;
    }
    close(state, state.oldestExchange, job);
    effects.push(fail(job.message, 504, 'server-timeout'));
  }
  return effects;
}

function close(state: LoadBalancerState, exchange: number, { server }: Forwarded): void {
  state.forwarded.delete(exchange);
  state.connections.set(server, (state.connections.get(server) ?? 1) - 1);
}

function fail(message: ClusterMessage, status: 502 | 503 | 504, error: string): ClusterEffect {
  return { kind: 'reply', to: message, body: jsonResponse(status, [], { error }) };
}

function forward(
  state: LoadBalancerState,
  message: ClusterMessage,
  tried: readonly NodeId[],
  options: LoadBalancerOptions,
  { nowUs }: ClusterContext,
): ClusterEffect[] {
  const received = requestIn(message);
  const server = choose(state, message, received, tried, options);
  if (server === undefined) return [fail(message, 503, 'no-server')];
  const body: HttpRequest = { ...received, headers: [...received.headers, VIA] };
  const { serverTimeoutUs } = options.timing;
  state.lastExchange += 1;
  const exchange = state.lastExchange;
  state.forwarded.set(exchange, { message, server, tried, untilUs: nowUs + serverTimeoutUs });
  state.connections.set(server, (state.connections.get(server) ?? 0) + 1);
  const effects: ClusterEffect[] = [{ kind: 'send', to: server, exchange, body, request: message.request }];
  // One timer serves all exchanges: after each timeout it's set to the next deadline.
  if (state.forwarded.size === 1) {
    effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: serverTimeoutUs });
  }
  return effects;
}

/** The server that the client is bound to, if it can serve; otherwise one chosen for newcomers. */
function choose(
  state: LoadBalancerState,
  { from }: ClusterMessage,
  request: HttpRequest,
  tried: readonly NodeId[],
  { balancing, addressOf }: LoadBalancerOptions,
): NodeId | undefined {
  const mayServe = (server: NodeId) => isFit(state.health, server) && !tried.includes(server);
  switch (balancing.affinity) {
    case 'none':
      return chooseForNewcomer(state, mayServe, balancing);
    case 'cookie': {
      const bound = cookieOf(request, AFFINITY_COOKIE);
      if (bound !== undefined && state.servers.includes(bound) && mayServe(bound)) return bound;
      return chooseForNewcomer(state, mayServe, balancing);
    }
    case 'source-address':
      return serverForAddress(addressOf(from), state.servers.filter(mayServe));
    default:
      throw new Error(`Unknown affinity ${balancing.affinity satisfies never}`);
  }
}

function chooseForNewcomer(
  state: LoadBalancerState,
  mayServe: (server: NodeId) => boolean,
  { newcomers }: Balancing,
): NodeId | undefined {
  const { servers, connections, turn } = state;
  switch (newcomers) {
    case 'first':
      return servers.find(mayServe);
    case 'round-robin':
      for (let ahead = 0; ahead < servers.length; ahead += 1) {
        const index = (turn + ahead) % servers.length;
        const server = servers[index];
        if (server === undefined || !mayServe(server)) continue;
        state.turn = (index + 1) % servers.length;
        return server;
      }
      return undefined;
    case 'least-connections': {
      const load = (server: NodeId) => connections.get(server) ?? 0;
      return servers
        .filter(mayServe)
        .reduce<NodeId | undefined>(
          (least, server) => (least === undefined || load(server) < load(least) ? server : least),
          undefined,
        );
    }
    default:
      throw new Error(`Unknown policy ${newcomers satisfies never}`);
  }
}

function requestIn({ body }: ClusterMessage): HttpRequest {
  if (body.kind !== 'http-request')
    throw new Error(`The load balancer got an unexpected ${body.kind} message.`);
  return body;
}
