/** The load balancer: chooses a server for each request, and finds out by health checks which of them live. */
import type {
  ClusterActor,
  ClusterContext,
  ClusterEffect,
  ClusterInput,
  ClusterMessage,
  ClusterReaction,
} from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { type Header, type HttpRequest, httpRequest, isIdempotent, jsonResponse } from '../protocol/http.ts';
import { HEALTH_TARGET } from './server.ts';

export const balancingPolicies = ['first', 'round-robin'] as const;
/** `first`: the first healthy server, so that only a crash changes the clerk. */
export type BalancingPolicy = (typeof balancingPolicies)[number];

export interface LoadBalancerOptions {
  readonly servers: readonly NodeId[];
  readonly policy: BalancingPolicy;
  readonly healthIntervalUs: number;
  /** So many health checks in a row must fail before a server counts as down; one success brings it back. */
  readonly healthFailuresMax: number;
}

/** A client's request on its way, and the servers that have refused it. */
interface Forwarded {
  readonly message: ClusterMessage;
  readonly tried: readonly NodeId[];
}

export interface LoadBalancerState {
  /** By the number of the client's message, which is the exchange's name towards the server. */
  readonly forwarded: ReadonlyMap<string, Forwarded>;
  readonly failedChecks: ReadonlyMap<NodeId, number>;
  /** Where the round robin goes on: an index into the servers. */
  readonly turn: number;
}

const HEALTH = 'health-check';

export function loadBalancer(options: LoadBalancerOptions): ClusterActor<LoadBalancerState> {
  return {
    initial: { forwarded: new Map(), failedChecks: new Map(), turn: 0 },
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          return { state, effects: [nextCheck(options)] };
        case 'timer':
          return { state, effects: [...options.servers.map(probe), nextCheck(options)] };
        case 'message':
        case 'refused':
        case 'reset':
          return input.message.exchange === HEALTH
            ? weighCheck(state, input, options)
            : pass(state, input, options, context);
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function nextCheck({ healthIntervalUs }: LoadBalancerOptions): ClusterEffect {
  return { kind: 'set-timer', timer: HEALTH, delayUs: healthIntervalUs, background: true };
}

function probe(server: NodeId): ClusterEffect {
  return { kind: 'send', to: server, exchange: HEALTH, body: httpRequest('GET', HEALTH_TARGET, []) };
}

type AboutMessage = Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' }>;

function weighCheck(
  state: LoadBalancerState,
  { kind, message }: AboutMessage,
  { healthFailuresMax }: LoadBalancerOptions,
): ClusterReaction<LoadBalancerState> {
  const server = kind === 'message' ? message.from : message.to;
  const failures = kind === 'message' ? 0 : (state.failedChecks.get(server) ?? 0) + 1;
  const failedChecks = new Map(state.failedChecks).set(server, failures);
  const effects: ClusterEffect[] = [];
  if (failures === 0) effects.push({ kind: 'forget', key: downKey(server) });
  if (failures === healthFailuresMax) {
    effects.push({ kind: 'remember', key: downKey(server), item: { kind: 'server-down', server } });
  }
  return { state: { ...state, failedChecks }, effects };
}

function downKey(server: NodeId): string {
  return `down ${server}`;
}

function pass(
  state: LoadBalancerState,
  input: AboutMessage,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterReaction<LoadBalancerState> {
  const { message } = input;
  if (input.kind === 'message' && message.role === 'request') {
    return forward(state, { message, tried: [] }, options, context);
  }
  const job = state.forwarded.get(message.exchange);
  if (job === undefined) throw new Error(`The load balancer forwarded nothing as ${message.exchange}.`);
  if (input.kind === 'message') return reply(state, job, message.body);
  // Refused: nothing was sent, so anybody may be tried. Reset: the server may have done it already, and only
  // a request that may be repeated is tried again (RFC 9110 §9.2.2).
  const mayRepeat = input.kind === 'refused' || isIdempotent(httpOf(job.message));
  if (!mayRepeat) return reply(state, job, jsonResponse(502, [], { error: 'connection-reset' }));
  return forward(state, { ...job, tried: [...job.tried, message.to] }, options, context);
}

function forward(
  state: LoadBalancerState,
  job: Forwarded,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterReaction<LoadBalancerState> {
  const { message, tried } = job;
  const chosen = choose(state, options, (server) => {
    return !context.memory.has(downKey(server)) && !tried.includes(server);
  });
  if (chosen === undefined) return reply(state, job, jsonResponse(503, [], { error: 'no-server' }));
  const exchange = String(message.id);
  const received = httpOf(message);
  const via: Header = ['Via', `1.1 ${context.self}`];
  const body: HttpRequest = { ...received, headers: [...received.headers, via] };
  return {
    state: {
      ...state,
      forwarded: new Map(state.forwarded).set(exchange, job),
      turn: (options.servers.indexOf(chosen) + 1) % options.servers.length,
    },
    effects: [{ kind: 'send', to: chosen, exchange, body, request: message.request }],
  };
}

function choose(
  { turn }: LoadBalancerState,
  { servers, policy }: LoadBalancerOptions,
  mayServe: (server: NodeId) => boolean,
): NodeId | undefined {
  switch (policy) {
    case 'first':
      return servers.find(mayServe);
    case 'round-robin':
      return [...servers.slice(turn), ...servers.slice(0, turn)].find(mayServe);
    default:
      throw new Error(`Unknown policy ${policy satisfies never}`);
  }
}

function reply(
  state: LoadBalancerState,
  { message }: Forwarded,
  body: ClusterMessage['body'],
): ClusterReaction<LoadBalancerState> {
  const forwarded = new Map(state.forwarded);
  forwarded.delete(String(message.id));
  return { state: { ...state, forwarded }, effects: [{ kind: 'reply', to: message, body }] };
}

function httpOf(message: ClusterMessage): HttpRequest {
  if (message.body.kind !== 'http-request')
    throw new Error(`The load balancer was sent a ${message.body.kind}.`);
  return message.body;
}
