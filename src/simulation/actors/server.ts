/**
 * A server: the same applications under every strategy. Where what it learns of a user is kept is the placement's
 * affair. It has so many workers; whoever finds none free waits in line, and is turned away when the line is full.
 */
import type { Decision } from '../application/decision.ts';
import { applicationFor } from '../application/routes.ts';
import type {
  ClusterActor,
  ClusterContext,
  ClusterEffect,
  ClusterInput,
  ClusterMessage,
} from '../cluster.ts';
import { drawUs } from '../kernel/duration.ts';
import {
  type Placement,
  type Saved,
  type SessionLookup,
  sessionsUnavailable,
} from '../placement/placement.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocol/http.ts';
import { httpDate } from '../protocol/http-date.ts';
import type { ServerCapacity, Timing } from '../scenario.ts';
import { type Answer, andThen, done, type Flow, wait } from './flow.ts';

export const HEALTH_TARGET = '/healthz';
const LEAVE = 'leave';

export interface ServerOptions {
  readonly placement: Placement;
  readonly capacity: ServerCapacity;
  readonly timing: Pick<Timing, 'service' | 'replyUs' | 'backendTimeoutUs'>;
}

/** A request that a worker is at, and what waits for the worker's timer or for another node's answer. */
interface Job {
  readonly message: ClusterMessage;
  readonly waiting: Exclude<Flow<HttpResponse>, { kind: 'done' | 'perform' }>;
  /** The number of the exchange whose answer it waits for; whatever comes of an older one is ignored. */
  readonly exchange: number;
}

export interface ServerState {
  /** By the worker's number, from 0, which is also the name of its timer. */
  readonly jobs: (Job | undefined)[];
  /** The workers that have nothing to do. */
  readonly free: number[];
  readonly line: { readonly message: ClusterMessage; readonly sinceUs: number }[];
  asked: number;
  isDraining: boolean;
  /** Nothing has been done since what is kept here was given away. */
  hasHandedOver: boolean;
}

export function server(options: ServerOptions): ClusterActor<ServerState> {
  const { workers } = options.capacity;
  return {
    start: () => ({
      jobs: [],
      free: Array.from({ length: workers }, (_, index) => workers - 1 - index),
      line: [],
      asked: 0,
      isDraining: false,
      hasHandedOver: false,
    }),
    react(state, input, context) {
      if (input.kind === 'timer' && input.timer === LEAVE) {
        return isIdle(state, options) && state.hasHandedOver ? [{ kind: 'leave' }] : [];
      }
      const effects = isForPlacement(input)
        ? (options.placement.react?.(input, context) ?? [])
        : handle(state, input, options, context);
      if (input.kind === 'draining' && input.node === context.self) state.isDraining = true;
      return state.isDraining && isIdle(state, options) && !state.hasHandedOver
        ? [...effects, ...prepareToLeave(state, options, context)]
        : effects;
    },
  };
}

/** Nobody waits in line while a worker is free. */
function isIdle({ free }: ServerState, { capacity }: ServerOptions): boolean {
  return free.length === capacity.workers;
}

/** Whoever hands something over stays until it must have arrived, should the network carry it at all. */
function prepareToLeave(
  state: ServerState,
  { placement, timing }: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  state.hasHandedOver = true;
  const handedOver = placement.handOver?.(context) ?? [];
  return handedOver.length === 0
    ? [{ kind: 'leave' }]
    : [...handedOver, { kind: 'set-timer', timer: LEAVE, delayUs: timing.backendTimeoutUs }];
}

/** Requests, and what comes of them, carry numbers; all else that reaches a server concerns where it keeps state. */
function isForPlacement(input: ClusterInput): boolean {
  switch (input.kind) {
    case 'message':
      return input.message.role === 'one-way';
    case 'refused':
    case 'reset':
      return input.message.role === 'one-way';
    case 'timer':
      return typeof input.timer === 'string';
    case 'started':
    case 'instruction':
    case 'joined':
    case 'draining':
    case 'left':
      return true;
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

function handle(
  state: ServerState,
  input: ClusterInput,
  options: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (input.kind) {
    case 'message': {
      const { message } = input;
      if (message.role === 'request') return accept(state, message, options, context);
      return hear(state, message.exchange, { kind: 'answered', body: message.body }, options, context);
    }
    case 'refused':
    case 'reset':
      return hear(state, input.message.exchange, { kind: 'failed' }, options, context);
    case 'timer':
      return typeof input.timer === 'number' ? wake(state, input.timer, options, context) : [];
    default:
      return [];
  }
}

function accept(
  state: ServerState,
  message: ClusterMessage,
  options: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (requestOf(message).target === HEALTH_TARGET)
    return [{ kind: 'reply', to: message, body: served(healthy, context) }];
  const effects: ClusterEffect[] = [];
  const { request } = message;
  if (request !== null) effects.push({ kind: 'reach', request, milestone: 'arrived' });
  const worker = state.free.pop();
  if (worker !== undefined) begin(state, worker, message, options, context, effects);
  else if (state.line.length < options.capacity.lineMax) {
    state.line.push({ message, sinceUs: context.nowUs });
  } else effects.push({ kind: 'reply', to: message, body: served(busy(), context) });
  return effects;
}

function begin(
  state: ServerState,
  worker: number,
  message: ClusterMessage,
  options: ServerOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): void {
  state.hasHandedOver = false;
  advance(state, worker, message, serve(requestOf(message), options, context), options, context, effects);
}

/** The worker's wait is over, or its patience with somebody whom it asked. */
function wake(
  state: ServerState,
  worker: number,
  options: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const job = state.jobs[worker];
  if (job === undefined) throw new Error(`Worker ${worker} of ${context.self} was woken and has no job.`);
  const { message, waiting } = job;
  const flow =
    waiting.kind === 'wait' ? waiting.resume(context) : waiting.resume({ kind: 'failed' }, context);
  const effects: ClusterEffect[] = [];
  advance(state, worker, message, flow, options, context, effects);
  return effects;
}

/** What became of an exchange that a worker has begun. */
function hear(
  state: ServerState,
  exchange: number,
  answer: Answer,
  options: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const worker = exchange % options.capacity.workers;
  const job = state.jobs[worker];
  if (job?.waiting.kind !== 'ask' || job.exchange !== exchange) return [];
  const effects: ClusterEffect[] = [{ kind: 'cancel-timer', timer: worker }];
  advance(state, worker, job.message, job.waiting.resume(answer, context), options, context, effects);
  return effects;
}

/** Carries a flow on as far as it goes without waiting, and adds what it does to `effects`. */
function advance(
  state: ServerState,
  worker: number,
  message: ClusterMessage,
  flow: Flow<HttpResponse>,
  options: ServerOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): void {
  let current = flow;
  while (current.kind === 'perform') {
    for (const effect of current.effects) effects.push(effect);
    current = current.next;
  }
  switch (current.kind) {
    case 'done':
      effects.push({ kind: 'reply', to: message, body: served(current.result, context) });
      release(state, worker, options, context, effects);
      return;
    case 'wait':
      state.jobs[worker] = { message, waiting: current, exchange: 0 };
      effects.push({ kind: 'set-timer', timer: worker, delayUs: current.durationUs });
      return;
    case 'ask': {
      state.asked += 1;
      const exchange = state.asked * options.capacity.workers + worker;
      state.jobs[worker] = { message, waiting: current, exchange };
      const { to, body } = current;
      effects.push({ kind: 'send', to, exchange, body, request: message.request });
      effects.push({ kind: 'set-timer', timer: worker, delayUs: options.timing.backendTimeoutUs });
      return;
    }
    default:
      throw new Error(`Unknown flow ${current satisfies never}`);
  }
}

/** The worker is free for whoever has waited longest. */
function release(
  state: ServerState,
  worker: number,
  options: ServerOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): void {
  state.jobs[worker] = undefined;
  const next = state.line.shift();
  if (next === undefined) {
    state.free.push(worker);
    return;
  }
  const { message, sinceUs } = next;
  const { request } = message;
  if (request !== null) effects.push({ kind: 'begin', request, queuedUs: context.nowUs - sinceUs });
  begin(state, worker, message, options, context, effects);
}

function requestOf({ body }: ClusterMessage): HttpRequest {
  if (body.kind !== 'http-request') throw new Error(`A server was sent a ${body.kind}.`);
  return body;
}

/** By whom, and when: a server that has a clock must tell (RFC 9110 §6.6.1). */
function served(response: HttpResponse, { self, nowUs }: ClusterContext): HttpResponse {
  const headers: Header[] = [
    ['Date', httpDate(nowUs)],
    ['X-Served-By', self],
  ];
  return { ...response, headers: [...headers, ...response.headers] };
}

/** One request, from its arrival to its response. */
function serve(
  request: HttpRequest,
  { placement, timing }: ServerOptions,
  context: ClusterContext,
): Flow<HttpResponse> {
  return wait(drawUs(timing.service, context.random), (begun) => {
    const answering = placement.answer?.(request, begun) ?? apply(request, placement, begun);
    if (timing.replyUs === 0) return answering;
    return andThen(answering, begun, (response) => wait(timing.replyUs, () => done(response)));
  });
}

/** What the application that is asked makes of it, and what the placement makes of that. */
function apply(request: HttpRequest, placement: Placement, context: ClusterContext): Flow<HttpResponse> {
  const application = applicationFor(request);
  if (application === undefined) return done(jsonResponse(404, [], { error: 'not-found' }));
  return andThen(placement.load(request, context), context, (lookup, found) =>
    isUnavailable(lookup)
      ? done(sessionsUnavailable())
      : andThen(application(request, lookup, found), found, (decision, decided) =>
          conclude(decision, lookup, placement, decided),
        ),
  );
}

function isUnavailable(lookup: SessionLookup): boolean {
  return lookup.kind === 'not-found' && lookup.problem === 'unavailable';
}

/** Keeps or ends the session as was decided, and makes the response of it. */
function conclude(
  { status, fields, session }: Decision,
  lookup: SessionLookup,
  placement: Placement,
  context: ClusterContext,
): Flow<HttpResponse> {
  const respond = (saved: Saved): Flow<HttpResponse> =>
    done(
      saved.kind === 'unavailable'
        ? sessionsUnavailable()
        : jsonResponse(status, saved.headers, { ...fields, ...saved.fields }),
    );
  switch (session.kind) {
    case 'unchanged': {
      const problem = lookup.kind === 'not-found' ? lookup.problem : 'none-presented';
      const headers = status === 401 ? [placement.challenge(problem)] : [];
      return done(jsonResponse(status, headers, fields));
    }
    case 'save':
      return andThen(
        placement.save(lookup, session.data, context, { isLogin: session.isLogin }),
        context,
        respond,
      );
    case 'end':
      return andThen(placement.end(lookup, context), context, respond);
    default:
      throw new Error(`Unknown change ${session satisfies never}`);
  }
}

const healthy: HttpResponse = {
  kind: 'http-response',
  status: 200,
  headers: [['Content-Length', '0']],
  body: '',
};

function busy(): HttpResponse {
  return jsonResponse(503, [], { error: 'server-busy' });
}
