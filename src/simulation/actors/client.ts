import type { Line } from '../applications/line.ts';
import { requestFor } from '../applications/requests.ts';
import { continueConversation } from '../applications/shop.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterMessage,
  isClient,
  LOAD_BALANCER,
  requestId,
} from '../cluster.ts';
import type { NodeCommand } from '../commands/node-commands.ts';
import type { Outcome } from '../kernel/actor.ts';
import { drawUs } from '../kernel/duration.ts';
import { creditAfterRequest, creditAfterRetry, RETRY_COST_PERCENT, retryDelayUs } from '../retry-policy.ts';
import type { ClientGroup } from '../scenario.ts';
import {
  credentialHeaders,
  keep,
  keepCredentials,
  refreshTokenIn,
  stealable,
  tamperWithToken,
} from './browser.ts';
import { learnWhoIAm } from './client-login.ts';
import type { ClientOptions, ClientState } from './client-state.ts';

const NEXT_LINE = 'next-line';
const PATIENCE = 'patience';
const RETRY = 'retry';

const CONVERSATION = 'conversation';

export function client(options: ClientOptions): ClusterActor<ClientState> {
  return {
    start: () => ({
      said: 0,
      extras: 0,
      next: [],
      pending: null,
      exchange: 0,
      retryCredit: RETRY_COST_PERCENT,
      user: null,
      dueUs: null,
      awayUs: 0,
    }),
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          return arrive(state, options, context);
        case 'timer':
          return input.timer === PATIENCE
            ? miss(state, 'timed-out', options, context)
            : input.timer === RETRY
              ? send(state, options)
              : say(state, options, context);
        case 'message':
          if (input.message.role === 'one-way') return receive(input.message);
          return isAwaited(state, input.message) ? hear(state, input.message, options, context) : [];
        case 'refused':
          return isAwaited(state, input.message) ? miss(state, 'refused', options, context) : [];
        case 'reset':
          return isAwaited(state, input.message) ? miss(state, 'failed', options, context) : [];
        case 'node-command':
          return follow(state, input.command, options, context);
        case 'joined':
        case 'draining':
        case 'left':
          return [];
        default:
          throw new Error(`Unknown input ${input satisfies never}`);
      }
    },
  };
}

function arrive(
  state: ClientState,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { arrivesAtUs, arrivesWithinUs } = options.group;
  const withinUs = arrivesWithinUs === 0 ? 0 : context.random.integer(0, arrivesWithinUs);
  const delayUs = arrivesAtUs + withinUs + (options.arrivalUs?.(context.self) ?? 0);
  if (delayUs === 0) return say(state, options, context);
  return [sayNextIn(delayUs, state, context)];
}

function sayNextIn(delayUs: number, state: ClientState, { nowUs }: ClusterContext): ClusterEffect {
  state.dueUs = nowUs + delayUs;
  return { kind: 'set-timer', timer: NEXT_LINE, delayUs };
}

/** Sends the next line. Extra lines come first, once the script has begun, if it has any lines. */
function say(state: ClientState, options: ClientOptions, context: ClusterContext): readonly ClusterEffect[] {
  state.dueUs = null;
  const isToBegin = state.said === 0 && options.group.script.length > 0;
  const extra = isToBegin ? undefined : state.next.shift();
  const line = extra ?? nextOfScript(state, options.group);
  if (line === undefined) return [];
  state.extras = extra === undefined ? 0 : state.extras + 1;
  if (extra === undefined) state.said += 1;
  if (line.kind === 'hand-over') {
    return [...handOver(line.to, context), ...goOn(state, options, context)];
  }
  const request = requestId(context.self, Math.max(1, state.said), state.extras);
  const effects: ClusterEffect[] = [{ kind: 'reach', request, milestone: 'sent' }];
  let said = line.kind === 'shop' ? line.said : {};
  if (line.kind === 'shop' && options.strategy.clientCarries === 'everything-so-far') {
    const known = context.memory.get(CONVERSATION);
    said = continueConversation(known?.kind === 'conversation' ? known.conversation : {}, said);
    effects.push({ kind: 'remember', key: CONVERSATION, item: { kind: 'conversation', conversation: said } });
  }
  const headers = credentialHeaders(context.memory);
  const refreshToken = refreshTokenIn(context.memory);
  const body = requestFor(line, { headers, said, idempotencyKey: request, refreshToken });
  state.pending = { request, line, body, attempt: 1 };
  state.retryCredit = creditAfterRequest(state.retryCredit, options.group.retryPolicy);
  send(state, options, effects);
  return effects;
}

function nextOfScript(state: ClientState, { script, repeats }: ClientGroup): Line | undefined {
  return state.said < script.length * repeats ? script[state.said % script.length] : undefined;
}

/** Sends the pending request. A retry sends the same request again. */
function send(
  state: ClientState,
  { timeoutUs }: ClientOptions,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  const { pending } = state;
  if (pending === null) return effects;
  state.exchange += 1;
  const { request, body } = pending;
  effects.push({ kind: 'send', to: LOAD_BALANCER, exchange: state.exchange, body, request });
  effects.push({ kind: 'set-timer', timer: PATIENCE, delayUs: timeoutUs });
  return effects;
}

function isAwaited({ pending, exchange }: ClientState, message: ClusterMessage): boolean {
  return pending !== null && message.exchange === exchange;
}

function hear(
  state: ClientState,
  { body }: ClusterMessage,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { pending } = state;
  if (body.kind !== 'http-response' || pending === null)
    throw new Error(`A client got an unexpected ${body.kind} message.`);
  const effects = keepCredentials(body);
  // Cookies of an error response count as well (RFC 6265 §3).
  if (body.status >= 500) return [...effects, ...miss(state, 'failed', options, context)];
  const { request, line } = pending;
  learnWhoIAm(state, { request, line, status: body.status }, options, context, effects);
  return settle(state, 'answered', options, context, effects);
}

/** Handles a missing response or a 5xx: the client retries or gives up. */
function miss(
  state: ClientState,
  outcome: Outcome,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const { pending } = state;
  if (pending === null) return [];
  const { retries, retryPolicy } = options.group;
  if (pending.attempt > retries) return settle(state, outcome, options, context);
  const credit = creditAfterRetry(state.retryCredit, retryPolicy);
  if (credit === null) return settle(state, outcome, options, context);
  state.retryCredit = credit;
  state.pending = { ...pending, attempt: pending.attempt + 1 };
  // A response to the earlier attempt is late from now on.
  state.exchange += 1;
  return [
    { kind: 'cancel-timer', timer: PATIENCE },
    { kind: 'set-timer', timer: RETRY, delayUs: retryDelayUs(retryPolicy, pending.attempt, context.random) },
  ];
}

/** @param effects Where to add the response's further effects. */
function settle(
  state: ClientState,
  outcome: Outcome,
  options: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  const { pending } = state;
  if (pending === null) throw new Error('No request is pending, so none can be settled.');
  state.pending = null;
  effects.push({ kind: 'cancel-timer', timer: PATIENCE });
  effects.push({ kind: 'settle', request: pending.request, outcome });
  return goOn(state, options, context, effects);
}

function goOn(
  state: ClientState,
  { group }: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  if (state.next.length === 0 && nextOfScript(state, group) === undefined) return effects;
  const delayUs = drawUs(group.think, context.random) + state.awayUs;
  state.awayUs = 0;
  effects.push(sayNextIn(delayUs, state, context));
  return effects;
}

function follow(
  state: ClientState,
  instruction: NodeCommand,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (instruction.kind) {
    case 'say':
      state.next.push(instruction.line);
      // Send now, unless a request or a timer is pending.
      return state.pending === null && state.dueUs === null ? goOn(state, options, context) : [];
    case 'stay-away':
      if (state.dueUs !== null) {
        return [sayNextIn(state.dueUs - context.nowUs + instruction.forUs, state, context)];
      }
      state.awayUs += instruction.forUs;
      return [];
    case 'tamper':
      return tamperWithToken(context.memory, instruction.tampering);
    // The others are for other nodes.
    default:
      return [];
  }
}

function handOver(to: string, { memory, members }: ClusterContext): ClusterEffect[] {
  if (!isClient(to) || !members.includes(to)) return [];
  const items = stealable(memory);
  return [{ kind: 'send', to, role: 'one-way', exchange: 0, body: { kind: 'hand-over', items } }];
}

/** Stores credentials that were handed over by another client. */
function receive({ body }: ClusterMessage): readonly ClusterEffect[] {
  if (body.kind !== 'hand-over') throw new Error(`A client got an unexpected ${body.kind} message.`);
  return body.items.map(keep);
}
