/** What the load balancer does when a server refuses a request, resets its connection or takes too long. */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { isIdempotent } from '../protocols/http.ts';
import { connect, forward, giveUpOn, requestIn, respondUnknown } from './forwarding.ts';
import { countFail, isFit } from './health.ts';
import type { Forwarded, Job, LoadBalancerOptions, LoadBalancerState } from './load-balancer-state.ts';
import { boundServer } from './server-choice.ts';

const RETRY = 'retry ';
/** HAProxy's pause before it connects to the same server again: one second, or the connect timeout if it's shorter. */
const RETRY_PAUSE_MAX_US = 1_000_000;

/** nginx never rests its only server. */
export function countFailAt(
  { health, servers }: LoadBalancerState,
  server: NodeId,
  { conduct }: LoadBalancerOptions,
  { nowUs }: ClusterContext,
): readonly ClusterEffect[] {
  return servers.length > 1 ? countFail(health, server, conduct, nowUs) : [];
}

/** The server got nothing, so any request can be sent again. */
export function onRefusal(
  state: LoadBalancerState,
  job: Forwarded,
  noAnswer: boolean,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { onRefused, retriesMax, connectTimeoutUs } = options.conduct;
  const { message, server, tried } = job;
  const retries = job.retries + 1;
  const elsewhere = { ...job, tried: [...tried, server], retries };
  switch (onRefused) {
    case 'other-server':
      return forward(state, elsewhere, options, context);
    case 'give-up':
      return giveUpOn(state, job, 'server-unreachable', options);
    case 'same-server': {
      if (retries > retriesMax) return giveUpOn(state, job, 'server-unreachable', options);
      if (mayRedispatch(state, job, retries === retriesMax, options, context)) {
        return forward(state, elsewhere, options, context);
      }
      const again = { ...job, retries };
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
export function onReset(
  state: LoadBalancerState,
  job: Forwarded,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { onServerReset } = options.conduct;
  const { message, server, tried } = job;
  const unknown = 'connection-reset';
  switch (onServerReset) {
    case 'repeat-idempotent':
      return isIdempotent(requestIn(message))
        ? forward(state, { ...job, tried: [...tried, server], unknown }, options, context)
        : respondUnknown(state, message, unknown);
    case 'bad-gateway':
      return respondUnknown(state, message, unknown);
    case 'close':
      if (!state.reused.delete(message.from)) return respondUnknown(state, message, unknown);
      return [{ kind: 'hang-up', to: message }];
    default:
      throw new Error(`Unknown rule ${onServerReset satisfies never}`);
  }
}

/** Whether the server executed the request is unknown, as after a reset. */
export function onTimeout(
  state: LoadBalancerState,
  job: Forwarded,
  options: LoadBalancerOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { message, server, tried } = job;
  const all = [...tried, server];
  const unknown = 'server-timeout';
  const repeats =
    options.conduct.onServerTimeout === 'repeat-idempotent' &&
    isIdempotent(requestIn(message)) &&
    state.servers.some((each) => !all.includes(each));
  return repeats
    ? forward(state, { ...job, tried: all, unknown }, options, context)
    : respondUnknown(state, message, unknown);
}
