/** The load balancer: chooses a server for each request, and finds out by health checks which of them live. */
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  isServer,
} from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { NumberMap } from '../kernel/number-map.ts';
import { type Header, type HttpRequest, httpRequest, isIdempotent, jsonResponse } from '../protocol/http.ts';
import type { Timing } from '../scenario.ts';
import { HEALTH_TARGET } from './server.ts';

export const balancingPolicies = ['first', 'round-robin'] as const;
/** `first`: the first healthy server, so that only a crash changes the clerk. */
export type BalancingPolicy = (typeof balancingPolicies)[number];

export interface LoadBalancerOptions {
  readonly policy: BalancingPolicy;
  readonly timing: Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax' | 'serverTimeoutUs'>;
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
  /** The cluster's servers, in the order in which they joined. */
  servers: readonly NodeId[];
  /** By the number of the exchange with the server. */
  readonly forwarded: NumberMap<Forwarded>;
  /** Exchanges are numbered from 1 in the order in which they begin, which is that of their ends of patience. */
  lastExchange: number;
  /** No exchange with a lower number is under way. */
  oldestExchange: number;
  /** In a row; a server that has not failed is not here. */
  readonly failedChecks: Map<NodeId, number>;
  /** The servers whose last health check is not answered yet. */
  readonly asked: Set<NodeId>;
  /** Where the round robin goes on: an index into the servers. */
  turn: number;
}

const HEALTH = 'health-check';
/** No request is forwarded under this number. */
const HEALTH_EXCHANGE = 0;
/** Ends the patience with the exchange that has been under way the longest. */
const PATIENCE = 'patience';

export function loadBalancer(options: LoadBalancerOptions): ClusterActor<LoadBalancerState> {
  return {
    start: () => ({
      servers: [],
      forwarded: new NumberMap(),
      lastExchange: 0,
      oldestExchange: 1,
      failedChecks: new Map(),
      asked: new Set(),
      turn: 0,
    }),
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          state.servers = context.members.filter(isServer);
          return [nextCheck(options)];
        case 'timer':
          return input.timer === PATIENCE ? giveUp(state, context) : checkAll(state, options);
        case 'message':
        case 'refused':
        case 'reset':
          return input.message.exchange === HEALTH_EXCHANGE
            ? weighCheck(state, input, options)
            : pass(state, input, options, context);
        case 'draining':
          return isServer(input.node)
            ? [
                {
                  kind: 'remember',
                  key: drainingKey(input.node),
                  item: { kind: 'server-draining', server: input.node },
                },
              ]
            : [];
        case 'left':
          state.servers = context.members.filter(isServer);
          return [
            { kind: 'forget', key: drainingKey(input.node) },
            { kind: 'forget', key: downKey(input.node) },
          ];
        case 'joined':
          state.servers = context.members.filter(isServer);
          return [];
        case 'instruction':
          return [];
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function nextCheck({ timing }: LoadBalancerOptions): ClusterEffect {
  return { kind: 'set-timer', timer: HEALTH, delayUs: timing.healthIntervalUs, background: true };
}

/** Whoever has not answered the last check by the time of the next has failed it. */
function checkAll(state: LoadBalancerState, options: LoadBalancerOptions): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (const server of state.servers) {
    if (state.asked.has(server)) effects.push(...failCheck(state, server, options));
    state.asked.add(server);
    const body = httpRequest('GET', HEALTH_TARGET, []);
    effects.push({ kind: 'send', to: server, exchange: HEALTH_EXCHANGE, body });
  }
  effects.push(nextCheck(options));
  return effects;
}

type AboutMessage = Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' }>;

function weighCheck(
  state: LoadBalancerState,
  { kind, message }: AboutMessage,
  options: LoadBalancerOptions,
): ClusterEffect[] {
  const server = kind === 'message' ? message.from : message.to;
  state.asked.delete(server);
  if (kind !== 'message') return failCheck(state, server, options);
  state.failedChecks.delete(server);
  return [{ kind: 'forget', key: downKey(server) }];
}

function failCheck(
  { failedChecks }: LoadBalancerState,
  server: NodeId,
  { timing }: LoadBalancerOptions,
): ClusterEffect[] {
  const failures = (failedChecks.get(server) ?? 0) + 1;
  failedChecks.set(server, failures);
  return failures === timing.healthFailuresMax
    ? [{ kind: 'remember', key: downKey(server), item: { kind: 'server-down', server } }]
    : [];
}

function downKey(server: NodeId): string {
  return `down ${server}`;
}

function drainingKey(server: NodeId): string {
  return `draining ${server}`;
}

function pass(
  state: LoadBalancerState,
  input: AboutMessage,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const { message } = input;
  if (input.kind === 'message' && message.role === 'request') {
    return forward(state, message, [], options, context);
  }
  const job = state.forwarded.get(message.exchange);
  // An answer that comes after the load balancer has given up.
  if (job === undefined || job.server !== (input.kind === 'message' ? message.from : message.to)) return [];
  state.forwarded.delete(message.exchange);
  const effects: ClusterEffect[] = [];
  // Refused: nothing was sent, so anybody may be tried. Reset: the server may have done it already, and only
  // a request that may be repeated is tried again (RFC 9110 §9.2.2).
  if (input.kind === 'message') effects.push({ kind: 'reply', to: job.message, body: message.body });
  else if (input.kind === 'refused' || isIdempotent(httpOf(job.message))) {
    effects.push(...forward(state, job.message, [...job.tried, job.server], options, context));
  } else effects.push(fail(job.message, 502, 'connection-reset'));
  if (state.forwarded.size === 0) effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  return effects;
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
    state.forwarded.delete(state.oldestExchange);
    effects.push(fail(job.message, 504, 'server-timeout'));
  }
  return effects;
}

function fail(message: ClusterMessage, status: 502 | 503 | 504, error: string): ClusterEffect {
  return { kind: 'reply', to: message, body: jsonResponse(status, [], { error }) };
}

function forward(
  state: LoadBalancerState,
  message: ClusterMessage,
  tried: readonly NodeId[],
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const server = choose(state, options, context, tried);
  if (server === undefined) return [fail(message, 503, 'no-server')];
  const received = httpOf(message);
  const via: Header = ['Via', `1.1 ${context.self}`];
  const body: HttpRequest = { ...received, headers: [...received.headers, via] };
  const { serverTimeoutUs } = options.timing;
  state.lastExchange += 1;
  const exchange = state.lastExchange;
  state.forwarded.set(exchange, { message, server, tried, untilUs: context.nowUs + serverTimeoutUs });
  const effects: ClusterEffect[] = [{ kind: 'send', to: server, exchange, body, request: message.request }];
  // Whoever is forwarded later is given up later, and the timer goes on to it then.
  if (state.forwarded.size === 1) {
    effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: serverTimeoutUs });
  }
  return effects;
}

function choose(
  state: LoadBalancerState,
  { policy }: LoadBalancerOptions,
  { memory }: ClusterContext,
  tried: readonly NodeId[],
): NodeId | undefined {
  const { servers } = state;
  const mayServe = (server: NodeId) =>
    // Nothing is remembered while all is well.
    (memory.size === 0 || !(memory.has(downKey(server)) || memory.has(drainingKey(server)))) &&
    !tried.includes(server);
  switch (policy) {
    case 'first':
      return servers.find(mayServe);
    case 'round-robin':
      for (let step = 0; step < servers.length; step += 1) {
        const place = (state.turn + step) % servers.length;
        const server = servers[place];
        if (server === undefined || !mayServe(server)) continue;
        state.turn = (place + 1) % servers.length;
        return server;
      }
      return undefined;
    default:
      throw new Error(`Unknown policy ${policy satisfies never}`);
  }
}

function httpOf(message: ClusterMessage): HttpRequest {
  if (message.body.kind !== 'http-request')
    throw new Error(`The load balancer was sent a ${message.body.kind}.`);
  return message.body;
}
