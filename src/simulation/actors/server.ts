/**
 * A server. It runs the same applications under every strategy; the strategy decides where session state is stored.
 * It has a fixed number of workers; further requests are queued, and rejected when the queue is full.
 */
import type {
  ClusterActor,
  ClusterContext,
  ClusterEffect,
  ClusterInput,
  ClusterMessage,
} from '../cluster.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocols/http.ts';
import { httpDate } from '../protocols/http-date.ts';
import type { ServerCapacity, Timing } from '../scenario.ts';
import { byItsClock, tendClock } from './server-clock.ts';
import { type ServiceOptions, serve } from './service.ts';
import { Workers } from './workers.ts';

export const HEALTH_TARGET = '/healthz';
const LEAVE = 'leave';

export interface ServerOptions extends ServiceOptions {
  readonly capacity: ServerCapacity;
  readonly timing: Pick<Timing, 'service' | 'passwordHashUs' | 'replyUs' | 'backendTimeoutUs'>;
  /** By server number; 0 for missing ones. */
  readonly clockOffsetsUs?: readonly number[];
}

export interface ServerState {
  readonly workers: Workers;
  isDraining: boolean;
  /** No request has run since this server handed over its sessions. */
  hasHandedOver: boolean;
}

export function server(options: ServerOptions): ClusterActor<ServerState> {
  const { strategy, capacity, timing, clockOffsetsUs = [] } = options;
  return {
    start: () => ({
      workers: new Workers({
        capacity,
        patienceUs: timing.backendTimeoutUs,
        serve: (message, context) => serve(requestOf(message), options, context),
        answer: (to, response, context) => ({ kind: 'reply', to, body: served(response, context) }),
      }),
      isDraining: false,
      hasHandedOver: false,
    }),
    react(state, input, context) {
      if (input.kind === 'timer' && input.timer === LEAVE) {
        return state.workers.areIdle && state.hasHandedOver ? [{ kind: 'leave' }] : [];
      }
      const effects = isForStrategy(input)
        ? [
            ...tendClock(input, context, clockOffsetsUs),
            ...(strategy.react?.(input, byItsClock(context)) ?? []),
          ]
        : handle(state, input, context);
      if (input.kind === 'draining' && input.node === context.self) state.isDraining = true;
      return state.isDraining && state.workers.areIdle && !state.hasHandedOver
        ? [...effects, ...prepareToLeave(state, options, context)]
        : effects;
    },
  };
}

/** Hands over sessions before leaving. Waits until they must have arrived, provided the network doesn't lose them. */
function prepareToLeave(
  state: ServerState,
  { strategy, timing }: ServerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  state.hasHandedOver = true;
  const handedOver = strategy.handOver?.(byItsClock(context)) ?? [];
  return handedOver.length === 0
    ? [{ kind: 'leave' }]
    : [...handedOver, { kind: 'set-timer', timer: LEAVE, delayUs: timing.backendTimeoutUs }];
}

/**
 * Worker timers have numeric IDs, and the exchanges of requests aren't negative; everything else belongs to the
 * strategy.
 */
function isForStrategy(input: ClusterInput): boolean {
  switch (input.kind) {
    case 'message':
    case 'refused':
    case 'reset':
      return input.message.role === 'one-way' || input.message.exchange < 0;
    case 'timer':
      return typeof input.timer === 'string';
    case 'started':
    case 'node-command':
    case 'joined':
    case 'draining':
    case 'left':
      return true;
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

function handle(state: ServerState, input: ClusterInput, context: ClusterContext): readonly ClusterEffect[] {
  const { workers } = state;
  switch (input.kind) {
    case 'message': {
      const { message } = input;
      if (message.role === 'request') return accept(state, message, context);
      return workers.hear(message.exchange, { kind: 'answered', body: message.body }, context);
    }
    case 'refused':
    case 'reset':
      return workers.hear(input.message.exchange, { kind: 'failed' }, context);
    case 'timer':
      return typeof input.timer === 'number' ? workers.wake(input.timer, context) : [];
    default:
      return [];
  }
}

function accept(
  state: ServerState,
  message: ClusterMessage,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (requestOf(message).target === HEALTH_TARGET) {
    return [{ kind: 'reply', to: message, body: healthyAt(byItsClock(context).nowUs) }];
  }
  const effects: ClusterEffect[] = [];
  const { request } = message;
  if (request !== null) effects.push({ kind: 'reach', request, milestone: 'arrived' });
  state.hasHandedOver = false;
  if (!state.workers.take(message, context, effects)) {
    effects.push({ kind: 'reply', to: message, body: served(busy(), byItsClock(context)) });
  }
  return effects;
}

function requestOf({ body }: ClusterMessage): HttpRequest {
  if (body.kind !== 'http-request') throw new Error(`A server got an unexpected ${body.kind} message.`);
  return body;
}

/** Adds `Date` and `X-Served-By`: an origin server with a clock must send a date (RFC 9110 §6.6.1). */
function served(response: HttpResponse, { self, nowUs }: ClusterContext): HttpResponse {
  const headers: Header[] = [
    ['Date', httpDate(nowUs)],
    ['X-Served-By', self],
  ];
  return { ...response, headers: [...headers, ...response.headers] };
}

/** Cached per second: health checks are half of a lesson's messages. */
let healthy: HttpResponse = healthyOn(httpDate(0));

function healthyAt(nowUs: number): HttpResponse {
  const date = httpDate(nowUs);
  if (healthy.headers[0]?.[1] !== date) healthy = healthyOn(date);
  return healthy;
}

function healthyOn(date: string): HttpResponse {
  const headers: Header[] = [
    ['Date', date],
    ['Content-Length', '0'],
  ];
  return { kind: 'http-response', status: 200, headers, body: '' };
}

function busy(): HttpResponse {
  return jsonResponse(503, [], { error: 'server-busy' });
}
