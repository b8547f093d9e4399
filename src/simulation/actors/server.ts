/**
 * A server: the same applications under every strategy. Where what it learns of a user is kept is the placement's
 * affair.
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
import type { Placement, Saved, SessionLookup } from '../placement/placement.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocol/http.ts';
import type { Timing } from '../scenario.ts';
import { type Answer, andThen, done, type Flow, wait } from './flow.ts';

export const HEALTH_TARGET = '/healthz';

export interface ServerOptions {
  readonly placement: Placement;
  readonly timing: Pick<Timing, 'service' | 'replyUs' | 'backendTimeoutUs'>;
}

/** A request under way, and what waits for its timer or for another node's answer. */
interface Job {
  readonly message: ClusterMessage;
  readonly waiting: Exclude<Flow<HttpResponse>, { kind: 'done' | 'perform' }>;
}

export interface ServerState {
  /** By the number of the timer or the exchange that each waits for; whatever comes of an older one is ignored. */
  readonly jobs: Map<number, Job>;
  lastNumber: number;
  isDraining: boolean;
}

export function server(options: ServerOptions): ClusterActor<ServerState> {
  return {
    start: () => ({ jobs: new Map(), lastNumber: 0, isDraining: false }),
    react(state, input, context) {
      const effects = isForPlacement(input)
        ? (options.placement.react?.(input, context) ?? [])
        : handle(state, input, options, context);
      if (input.kind === 'draining' && input.node === context.self) state.isDraining = true;
      return state.isDraining && state.jobs.size === 0 ? [...effects, { kind: 'leave' }] : effects;
    },
  };
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
      return resume(state, message.exchange, { kind: 'answered', body: message.body }, options, context);
    }
    case 'refused':
    case 'reset':
      return resume(state, input.message.exchange, { kind: 'failed' }, options, context);
    case 'timer':
      // The end of a wait, or of one's patience with somebody who was asked.
      return typeof input.timer === 'number'
        ? resume(state, input.timer, { kind: 'failed' }, options, context)
        : [];
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
  const { body } = message;
  if (body.kind !== 'http-request') throw new Error(`A server was sent a ${body.kind}.`);
  if (body.target === HEALTH_TARGET) {
    const headers: Header[] = [['Content-Length', '0']];
    const healthy: HttpResponse = { kind: 'http-response', status: 200, headers, body: '' };
    return [{ kind: 'reply', to: message, body: healthy }];
  }
  const effects: ClusterEffect[] = [];
  if (message.request !== null)
    effects.push({ kind: 'reach', request: message.request, milestone: 'arrived' });
  advance(state, message, serve(body, options, context), options, context, effects);
  return effects;
}

function resume(
  state: ServerState,
  number: number,
  answer: Answer,
  options: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const job = state.jobs.get(number);
  if (job === undefined) return [];
  state.jobs.delete(number);
  const { message, waiting } = job;
  const effects: ClusterEffect[] = [];
  if (waiting.kind === 'wait') advance(state, message, waiting.resume(context), options, context, effects);
  else {
    effects.push({ kind: 'cancel-timer', timer: number });
    advance(state, message, waiting.resume(answer, context), options, context, effects);
  }
  return effects;
}

/** Carries a flow on as far as it goes without waiting, and adds what it does to `effects`. */
function advance(
  state: ServerState,
  message: ClusterMessage,
  flow: Flow<HttpResponse>,
  { timing }: ServerOptions,
  { self }: ClusterContext,
  effects: ClusterEffect[],
): void {
  let current = flow;
  while (current.kind === 'perform') {
    effects.push(...current.effects);
    current = current.next;
  }
  if (current.kind === 'done') {
    const served: Header = ['X-Served-By', self];
    const body = { ...current.result, headers: [served, ...current.result.headers] };
    effects.push({ kind: 'reply', to: message, body });
    return;
  }
  state.lastNumber += 1;
  const number = state.lastNumber;
  state.jobs.set(number, { message, waiting: current });
  if (current.kind === 'wait') {
    effects.push({ kind: 'set-timer', timer: number, delayUs: current.durationUs });
    return;
  }
  const { to, body } = current;
  effects.push({ kind: 'send', to, exchange: number, body, request: message.request });
  effects.push({ kind: 'set-timer', timer: number, delayUs: timing.backendTimeoutUs });
}

/** One request, from its arrival to its response. */
function serve(
  request: HttpRequest,
  { placement, timing }: ServerOptions,
  context: ClusterContext,
): Flow<HttpResponse> {
  return wait(drawUs(timing.service, context.random), (begun) => {
    const application = applicationFor(request);
    if (application === undefined) return done(jsonResponse(404, [], { error: 'not-found' }));
    const looking = placement.load(request, begun);
    const answering = andThen(looking, begun, (lookup, found) =>
      isUnavailable(lookup)
        ? done(unavailable())
        : andThen(application(request, lookup, found), found, (decision, decided) =>
            conclude(decision, lookup, placement, decided),
          ),
    );
    return andThen(answering, begun, (response) => wait(timing.replyUs, () => done(response)));
  });
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
        ? unavailable()
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

function unavailable(): HttpResponse {
  return jsonResponse(503, [], { error: 'sessions-unavailable' });
}
