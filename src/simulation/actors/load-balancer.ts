/** The load balancer: chooses a server for each request, and finds live servers through health checks. */
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type ClusterMessage,
  isServer,
} from '../cluster.ts';
import type { NodeId, TimerName } from '../kernel/actor.ts';
import { cookieOf, setCookie } from '../protocols/cookies.ts';
import type { HttpResponse } from '../protocols/http.ts';
import { AFFINITY_COOKIE } from './balancing.ts';
import { connect, endExchange, forward, PATIENCE, requestIn } from './forwarding.ts';
import {
  checkAll,
  endRest,
  HEALTH_EXCHANGE,
  nextCheck,
  readHealth,
  serverOfFailTimer,
  setServerState,
  weighCheck,
} from './health.ts';
import { forgetConnection, newPool } from './keep-alive.ts';
import {
  type Forwarded,
  type LoadBalancerOptions,
  type LoadBalancerState,
  newLoadBalancer,
} from './load-balancer-state.ts';
import { hearOfDraining, hearOfLeaving, join, learnOfRemoval } from './membership.ts';
import { boundServer, writeBinding } from './server-choice.ts';
import { countFailAt, onRefusal, onReset, onTimeout } from './upstream-failure.ts';

const NONE_TRIED: readonly NodeId[] = [];

export function loadBalancer(options: LoadBalancerOptions): ClusterActor<LoadBalancerState> {
  return {
    start: newLoadBalancer,
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
          return onTimer(state, input.timer, options, context);
        case 'message':
        case 'refused':
        case 'reset':
          return input.message.exchange === HEALTH_EXCHANGE
            ? weighCheck(state.health, input, state.servers, options.timing, context)
            : onMessage(state, input, options, context);
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

function onTimer(
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

function onMessage(
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
  endExchange(state, message.exchange, job, { isAlive: input.kind === 'message' });
  const effects: ClusterEffect[] = [];
  if (input.kind === 'message') effects.push(...passOn(state, job, message, options, context));
  else {
    effects.push(...countFailAt(state, job.server, options, context));
    effects.push(
      ...(input.kind === 'refused'
        ? onRefusal(state, job, input.noAnswer === true, options, context)
        : onReset(state, job, options, context)),
    );
  }
  if (state.forwarded.size === 0) effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  return effects;
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
    endExchange(state, state.oldestExchange, job, { isAlive: false });
    effects.push(...countFailAt(state, job.server, options, context));
    effects.push(...onTimeout(state, job, options, context));
  }
  return effects;
}
