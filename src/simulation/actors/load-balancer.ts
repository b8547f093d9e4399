/** The load balancer: chooses a server for each request, and finds live servers through health checks. */
import type { BalancerConduct } from '../balancer.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  isServer,
  LOAD_BALANCER,
} from '../cluster.ts';
import type { NodeId, TimerName } from '../kernel/actor.ts';
import { NumberMap } from '../kernel/number-map.ts';
import { cookieOf, setCookie } from '../protocols/cookies.ts';
import {
  type Header,
  type HttpRequest,
  type HttpResponse,
  isIdempotent,
  jsonResponse,
} from '../protocols/http.ts';
import type { KeepAlive, Timing } from '../scenario.ts';
import { AFFINITY_COOKIE } from './balancing.ts';
import {
  checkAll,
  countFail,
  endRest,
  HEALTH_EXCHANGE,
  isFit,
  newHealth,
  nextCheck,
  readHealth,
  serverOfFailTimer,
  setServerState,
  weighCheck,
} from './health.ts';
import {
  type ConnectionPool,
  forgetConnection,
  newPool,
  returnConnection,
  takeConnection,
} from './keep-alive.ts';
import { hearOfDraining, hearOfLeaving, join, learnOfRemoval, type MembershipState } from './membership.ts';
import { boundServer, type ChoiceOptions, type ChoiceState, choose, writeBinding } from './server-choice.ts';

export interface LoadBalancerOptions extends ChoiceOptions {
  readonly timing: Pick<Timing, 'healthIntervalUs' | 'healthFailuresMax' | 'serverTimeoutUs'>;
  readonly conduct: BalancerConduct;
  readonly keepAlive: KeepAlive;
}

/** A request on its way, and the servers that have refused it. */
interface Job {
  readonly message: ClusterMessage;
  readonly server: NodeId;
  readonly tried: readonly NodeId[];
  /** Further attempts to connect so far, under `same-server`. */
  readonly retries: number;
}

interface Forwarded extends Job {
  /** Deadline for the server's response. */
  readonly untilUs: number;
}

export interface LoadBalancerState extends ChoiceState, MembershipState {
  /** Forwarded requests by exchange ID. */
  readonly forwarded: NumberMap<Forwarded>;
  /** Exchange IDs count from 1. Timeouts are equal, so deadlines are in the same order. */
  lastExchange: number;
  /** No exchange below this ID is in flight. */
  oldestExchange: number;
  /** Jobs that wait for their next attempt to connect, by timer. */
  readonly waiting: Map<TimerName, Job>;
  /** Its connections to servers that close idle ones; null where none is closed. */
  pool: ConnectionPool | null;
  /** Clients whose connection has had a response. */
  readonly reused: Set<NodeId>;
}

/** The timer for the deadline of the oldest exchange. */
const PATIENCE = 'patience';
const RETRY = 'retry ';
/** Added to each forwarded request (RFC 9110 §7.6.3). */
const VIA: Header = ['Via', `1.1 ${LOAD_BALANCER}`];
const NONE_TRIED: readonly NodeId[] = [];
/** HAProxy's pause before it connects to the same server again: one second, or the connect timeout if it's shorter. */
const RETRY_PAUSE_MAX_US = 1_000_000;

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
      credits: new Map(),
      waiting: new Map(),
      pool: null,
      reused: new Set(),
      departed: new Set(),
    }),
    react(state, input, context) {
      switch (input.kind) {
        case 'started': {
          state.servers = context.members.filter(isServer);
          if (options.keepAlive.idleUs !== null) state.pool = newPool(context.nowUs);
          const known = readHealth(state.health, context);
          return options.conduct.checksHealth ? [...known, nextCheck(options.timing)] : known;
        }
        case 'draining':
          return hearOfDraining(state, input.node, options);
        case 'left':
          return hearOfLeaving(state, input.node, options, context);
        case 'joined':
          return join(state, input.node, options, context);
        case 'timer':
          return wake(state, input.timer, options, context);
        case 'message':
        case 'refused':
        case 'reset':
          return input.message.exchange === HEALTH_EXCHANGE
            ? weighCheck(state.health, input, state.servers, options.timing, context)
            : pass(state, input, options, context);
        case 'node-command':
          return input.command.kind === 'set-server-state'
            ? setServerState(state.health, input.command, state.servers)
            : [];
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function wake(
  state: LoadBalancerState,
  timer: TimerName,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (timer === PATIENCE) return giveUp(state, options, context);
  const job = state.waiting.get(timer);
  if (job !== undefined) {
    state.waiting.delete(timer);
    return connect(state, job, options, context);
  }
  const rested = serverOfFailTimer(timer);
  if (rested !== null) return endRest(state.health, rested, context.nowUs);
  const learned = learnOfRemoval(state, timer, context);
  if (learned !== null) return learned;
  return checkAll(state.health, state.servers, options.timing);
}

function pass(
  state: LoadBalancerState,
  input: Extract<ClusterInput, { kind: 'message' | 'refused' | 'reset' }>,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const { message } = input;
  if (message.body.kind === 'connection-close') {
    if (state.pool !== null) forgetConnection(state.pool, message.from, message.body.connection);
    return [];
  }
  if (input.kind === 'message' && message.role === 'request') {
    return forward(state, { message, tried: NONE_TRIED, retries: 0 }, options, context);
  }
  const job = state.forwarded.get(message.exchange);
  // Ignore a late response: the load balancer has timed out, or has tried another server.
  if (job === undefined || job.server !== (input.kind === 'message' ? message.from : message.to)) return [];
  close(state, message.exchange, job, { isAlive: input.kind === 'message' });
  const effects: ClusterEffect[] = [];
  if (input.kind === 'message') effects.push(...passOn(state, job, message, options, context));
  else {
    effects.push(...countFailAt(state, job.server, options, context));
    effects.push(
      ...(input.kind === 'refused'
        ? retry(state, job, input.noAnswer === true, options, context)
        : heedReset(state, job, options, context)),
    );
  }
  if (state.forwarded.size === 0) effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  return effects;
}

/** nginx never rests its only server. */
function countFailAt(
  { health, servers }: LoadBalancerState,
  server: NodeId,
  { conduct }: LoadBalancerOptions,
  { nowUs }: ClusterContext,
): readonly ClusterEffect[] {
  return servers.length > 1 ? countFail(health, server, conduct, nowUs) : [];
}

/** The server got nothing, so any request can be sent again. */
function retry(
  state: LoadBalancerState,
  job: Forwarded,
  noAnswer: boolean,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { onRefused, retriesMax, connectTimeoutUs, noServerStatus } = options.conduct;
  const { message, server, tried } = job;
  const retries = job.retries + 1;
  const elsewhere = { message, tried: [...tried, server], retries };
  switch (onRefused) {
    case 'other-server':
      return forward(state, elsewhere, options, context);
    case 'give-up':
      return respond(state, message, noServerStatus, 'no-server');
    case 'same-server': {
      if (retries > retriesMax) return respond(state, message, noServerStatus, 'no-server');
      if (mayRedispatch(state, job, retries === retriesMax, options, context)) {
        return forward(state, elsewhere, options, context);
      }
      const again = { message, server, tried, retries };
      if (noAnswer) return connect(state, again, options, context);
      const timer = `${RETRY}${message.id}`;
      state.waiting.set(timer, again);
      return [{ kind: 'set-timer', timer, delayUs: Math.min(connectTimeoutUs, RETRY_PAUSE_MAX_US) }];
    }
    default:
      throw new Error(`Unknown rule ${onRefused satisfies never}`);
  }
}

/** Whether another server gets the next attempt, as HAProxy decides it (`stream_choose_redispatch`). */
function mayRedispatch(
  { health, servers }: LoadBalancerState,
  { message, server }: Job,
  isLast: boolean,
  options: LoadBalancerOptions,
  context: ClusterContext,
): boolean {
  const { conduct, balancing } = options;
  if (!conduct.redispatches || servers.length < 2) return false;
  const isBound = boundServer(message.from, requestIn(message), options, context) === server;
  const isRoundRobin = balancing.newcomers === 'round-robin' && balancing.affinity !== 'source-address';
  return isLast || !isFit(health, server) || (isRoundRobin && !isBound);
}

/** The server may have executed the request, so at most an idempotent one is sent again (RFC 9110 §9.2.2). */
function heedReset(
  state: LoadBalancerState,
  { message, server, tried, retries }: Forwarded,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { onServerReset } = options.conduct;
  switch (onServerReset) {
    case 'repeat-idempotent':
      return isIdempotent(requestIn(message))
        ? forward(state, { message, tried: [...tried, server], retries }, options, context)
        : respond(state, message, 502, 'connection-reset');
    case 'bad-gateway':
      return respond(state, message, 502, 'connection-reset');
    case 'close':
      if (!state.reused.delete(message.from)) return respond(state, message, 502, 'connection-reset');
      return [{ kind: 'hang-up', to: message }];
    default:
      throw new Error(`Unknown rule ${onServerReset satisfies never}`);
  }
}

/** Passes a server's reply on, and binds the client to the server unless it is bound already. */
function passOn(
  state: LoadBalancerState,
  job: Forwarded,
  { body }: ClusterMessage,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (body.kind !== 'http-response')
    throw new Error(`The load balancer got an unexpected ${body.kind} message.`);
  const { balancing, conduct, addressOf } = options;
  const { server, message } = job;
  const request = requestIn(message);
  state.reused.add(message.from);
  const isBound =
    balancing.affinity !== 'cookie' || boundServer(message.from, request, options, context) === server;
  if (isBound) return [{ kind: 'reply', to: message, body }];
  if (conduct.binding === 'table') {
    return [writeBinding(addressOf(message.from), server), { kind: 'reply', to: message, body }];
  }
  const keepsOld = !conduct.reissuesCookie && cookieOf(request, AFFINITY_COOKIE) !== undefined;
  const headers = keepsOld ? body.headers : [...body.headers, setCookie(AFFINITY_COOKIE, server)];
  const response: HttpResponse = { ...body, headers };
  return [{ kind: 'reply', to: message, body: response }];
}

/** Times out servers that took too long. Whether they executed the request is unknown. */
function giveUp(
  state: LoadBalancerState,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const effects: ClusterEffect[] = [];
  for (; state.oldestExchange <= state.lastExchange; state.oldestExchange += 1) {
    const job = state.forwarded.get(state.oldestExchange);
    if (job === undefined) continue;
    if (job.untilUs > context.nowUs) {
      effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: job.untilUs - context.nowUs });
      break;
    }
    close(state, state.oldestExchange, job, { isAlive: false });
    effects.push(...countFailAt(state, job.server, options, context));
    effects.push(...heedTimeout(state, job, options, context));
  }
  return effects;
}

function heedTimeout(
  state: LoadBalancerState,
  { message, server, tried, retries }: Forwarded,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const all = [...tried, server];
  const repeats =
    options.conduct.onServerTimeout === 'repeat-idempotent' &&
    isIdempotent(requestIn(message)) &&
    state.servers.some((each) => !all.includes(each));
  return repeats
    ? forward(state, { message, tried: all, retries }, options, context)
    : respond(state, message, 504, 'server-timeout');
}

function close(
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

function forward(
  state: LoadBalancerState,
  job: Omit<Job, 'server'>,
  options: LoadBalancerOptions,
  context: ClusterContext,
): ClusterEffect[] {
  const { message, tried } = job;
  const server = choose(state, message, requestIn(message), tried, options, context);
  if (server === undefined) {
    return [...respond(state, message, options.conduct.noServerStatus, 'no-server')];
  }
  return connect(state, { ...job, server }, options, context);
}

/** Sends the request to its server. */
function connect(
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

function requestIn({ body }: ClusterMessage): HttpRequest {
  if (body.kind !== 'http-request')
    throw new Error(`The load balancer got an unexpected ${body.kind} message.`);
  return body;
}
