/** The load balancer: chooses a server for each request, and finds out by health checks which of them live. */
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
  /** A client's address as it is seen from here: many clients share that of the router they are behind. */
  readonly addressOf: (client: NodeId) => string;
}

/** A client's request on its way, and the servers that have refused it. */
interface Forwarded {
  readonly message: ClusterMessage;
  readonly server: NodeId;
  readonly tried: readonly NodeId[];
  /** When the load balancer gives the server up. */
  readonly untilUs: number;
}

export interface LoadBalancerState {
  /** By the number of the exchange with the server. */
  readonly forwarded: NumberMap<Forwarded>;
  /** Exchanges are numbered from 1 in the order in which they begin, which is that of their ends of patience. */
  lastExchange: number;
  /** No exchange with a lower number is under way. */
  oldestExchange: number;
  /** How many requests each server has been sent and not answered. */
  readonly connections: Map<NodeId, number>;
  readonly health: HealthState;
  /** The servers of the cluster, in order. */
  servers: readonly NodeId[];
  /** Where the round robin goes on: an index into the servers. */
  turn: number;
}

/** Ends the patience with the exchange that has been under way the longest. */
const PATIENCE = 'patience';
/** What it adds to each request that it passes on (RFC 9110 §7.6.3). */
const VIA: Header = ['Via', `1.1 ${LOAD_BALANCER}`];
const NOBODY: readonly NodeId[] = [];

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
        case 'instruction':
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
    return forward(state, message, NOBODY, options, context);
  }
  const job = state.forwarded.get(message.exchange);
  // What comes after the load balancer has given up, or tried another server, concerns nobody any more.
  if (job === undefined || job.server !== (input.kind === 'message' ? message.from : message.to)) return [];
  close(state, message.exchange, job);
  const effects: ClusterEffect[] = [];
  // Refused: nothing was sent, so anybody may be tried. Reset: the server may have done it already, and only
  // a request that may be repeated is tried again (RFC 9110 §9.2.2).
  if (input.kind === 'message') effects.push(passOn(job, message, options));
  else if (input.kind === 'refused' || isIdempotent(requestIn(job.message))) {
    effects.push(...forward(state, job.message, [...job.tried, job.server], options, context));
  } else effects.push(fail(job.message, 502, 'connection-reset'));
  if (state.forwarded.size === 0) effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  return effects;
}

/** A server's reply, with the cookie that binds the client to it, unless it has that already. */
function passOn(job: Forwarded, { body }: ClusterMessage, { balancing }: LoadBalancerOptions): ClusterEffect {
  if (body.kind !== 'http-response') throw new Error(`The load balancer was sent a ${body.kind}.`);
  const { server, message } = job;
  const isBound = balancing.affinity !== 'cookie' || cookieOf(requestIn(message), AFFINITY_COOKIE) === server;
  const binding: readonly Header[] = isBound ? [] : [setCookie(AFFINITY_COOKIE, server)];
  const response: HttpResponse = isBound ? body : { ...body, headers: [...body.headers, ...binding] };
  return { kind: 'reply', to: message, body: response };
}

/** Servers that have taken too long: what they have done with the request is unknown. */
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
  // Whoever is forwarded later is given up later, and the timer goes on to it then.
  if (state.forwarded.size === 1) {
    effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: serverTimeoutUs });
  }
  return effects;
}

/** Where a client is bound, if that server may serve; else whoever serves newcomers. */
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
  if (body.kind !== 'http-request') throw new Error(`The load balancer was sent a ${body.kind}.`);
  return body;
}
