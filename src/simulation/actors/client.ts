import type { Line, RequestLine } from '../applications/line.ts';
import { requestFor } from '../applications/requests.ts';
import type { Conversation } from '../applications/shop.ts';
import {
  type ClusterActor,
  type ClusterContext,
  type ClusterEffect,
  type ClusterMessage,
  LOAD_BALANCER,
  requestId,
} from '../cluster.ts';
import type { NodeCommand } from '../commands/node-commands.ts';
import type { Outcome, TimerName } from '../kernel/actor.ts';
import { drawUs } from '../kernel/duration.ts';
import { creditAfterRequest, creditAfterRetry, retryDelayUs } from '../retry-policy.ts';
import type { ClientGroup } from '../scenario.ts';
import {
  credentialHeaders,
  handOver,
  keepCredentials,
  receive,
  refreshTokenIn,
  tamperWithToken,
} from './browser.ts';
import { CONVERSATION, carriedAfter, conversationIn } from './carried.ts';
import { learnWhoIAm } from './client-login.ts';
import {
  type ClientOptions,
  type ClientState,
  newClient,
  newTab,
  readTimer,
  type Tab,
  tabAwaiting,
  timerOf,
} from './client-state.ts';

const NEXT_LINE = 'next-line';
const PATIENCE = 'patience';
const RETRY = 'retry';

export function client(options: ClientOptions): ClusterActor<ClientState> {
  return {
    start: newClient,
    react(state, input, context) {
      switch (input.kind) {
        case 'started':
          return arrive(state, options, context);
        case 'timer':
          return wake(state, input.timer, options, context);
        case 'message':
          if (input.message.role === 'one-way') return receive(input.message);
          return hear(state, input.message, options, context);
        case 'refused':
          return miss(state, tabAwaiting(state, input.message.exchange), 'refused', options, context);
        case 'reset':
          return lose(state, tabAwaiting(state, input.message.exchange), options, context);
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

function wake(
  state: ClientState,
  timer: TimerName,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const due = readTimer(state, timer);
  if (due === null) return [];
  const { kind, tab } = due;
  if (kind === PATIENCE) return miss(state, tab, 'timed-out', options, context);
  if (kind === RETRY) return send(state, tab, options);
  return tab === state.main ? say(state, options, context) : sayIn(state, tab, options, context);
}

function sayNextIn(delayUs: number, state: ClientState, { nowUs }: ClusterContext): ClusterEffect {
  state.dueUs = nowUs + delayUs;
  return { kind: 'set-timer', timer: NEXT_LINE, delayUs };
}

/** Sends the next line. Extra lines come first, once the script has begun, if it has any lines. */
function say(state: ClientState, options: ClientOptions, context: ClusterContext): readonly ClusterEffect[] {
  state.dueUs = null;
  const { main } = state;
  const isToBegin = state.said === 0 && options.group.script.length > 0;
  const extra = isToBegin ? undefined : main.next.shift();
  const line = extra ?? nextOfScript(state, options.group);
  if (line === undefined) return [];
  if (extra === undefined && state.said === 0) state.extrasBefore = state.extras;
  state.extras = extra === undefined ? 0 : state.extras + 1;
  if (extra === undefined) state.said += 1;
  return perform(state, line, { tab: main, isOfScript: extra === undefined }, options, context);
}

/** Sends the next line of a tab beside the script's. */
function sayIn(
  state: ClientState,
  tab: Tab,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const line = tab.next.shift();
  if (line === undefined) return [];
  state.extras += 1;
  return perform(state, line, { tab, isOfScript: false }, options, context);
}

interface Asking {
  readonly tab: Tab;
  readonly isOfScript: boolean;
}

/** Does what a line says. The first request of several is this tab's, and each further one gets a tab of its own. */
function perform(
  state: ClientState,
  line: Line,
  { tab, isOfScript }: Asking,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (line.kind === 'hand-over') return [...handOver(line.to, context), ...goOn(state, options, context)];
  // Without another time to think, so the script's pause is longer by exactly this.
  if (line.kind === 'wait') return [goOnIn(line.us, state, context)];
  const effects: ClusterEffect[] = [];
  const lines = line.kind === 'at-once' ? line.lines : [line];
  let carried = conversationIn(context.memory);
  lines.forEach((each, index) => {
    if (index > 0) state.extras += 1;
    const own = index === 0 ? tab : open(state, { holdsScript: true });
    carried = ask(state, each, { tab: own, isOfScript, carried }, options, context, effects);
  });
  return effects;
}

function open({ others }: ClientState, options: Pick<Tab, 'holdsScript'>): Tab {
  const tab = newTab(options);
  others.push(tab);
  return tab;
}

/**
 * Sends a line's request, with the cookies that the browser has at this moment.
 *
 * @param effects Where to add the effects.
 * @returns What the client carries afterwards. Requests of one moment can't read it from the memory yet.
 */
function ask(
  state: ClientState,
  line: RequestLine,
  { tab, isOfScript, carried }: Asking & { readonly carried: Conversation },
  options: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): Conversation {
  const { said, extras } = state;
  // Extra requests before the first line are numbered as those after it, and come first.
  const earlier = said === 1 && extras > 0 ? state.extrasBefore : 0;
  const request = requestId(context.self, Math.max(1, said), extras + earlier);
  effects.push({ kind: 'reach', request, milestone: 'sent' });
  const carriesAll = options.strategy.clientCarries === 'everything-so-far';
  const carries = carriesAll ? carriedAfter(line, carried) : carried;
  if (carries !== carried) {
    const item = { kind: 'conversation', conversation: carries } as const;
    effects.push({ kind: 'remember', key: CONVERSATION, item });
  }
  const headers = credentialHeaders(context.memory);
  const refreshToken = refreshTokenIn(context.memory);
  const body = requestFor(line, {
    headers,
    said: line.kind !== 'shop' ? {} : carriesAll ? carries : line.said,
    carriedCart: carriesAll ? (carries.cart ?? []) : null,
    idempotencyKey: request,
    refreshToken,
  });
  tab.pending = { request, line, body, attempt: 1, isReused: false, wasResent: false, isOfScript };
  state.retryCredit = creditAfterRequest(state.retryCredit, options.group.retryPolicy);
  if (tab !== state.main) tab.request = request;
  send(state, tab, options, effects);
  return carries;
}

function nextOfScript(state: ClientState, { script, repeats }: ClientGroup): Line | undefined {
  return state.said < script.length * repeats ? script[state.said % script.length] : undefined;
}

/** Sends a tab's pending request. A retry sends the same request again. */
function send(
  state: ClientState,
  tab: Tab,
  { timeoutUs }: ClientOptions,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  if (tab.pending === null) return effects;
  const { request, body } = tab.pending;
  // A free connection is used again (RFC 9112 §9.3). Otherwise a new one is opened.
  const isReused = state.idle > 0;
  if (isReused) state.idle -= 1;
  tab.pending = { ...tab.pending, isReused };
  state.exchange += 1;
  tab.exchange = state.exchange;
  effects.push({ kind: 'send', to: LOAD_BALANCER, exchange: state.exchange, body, request });
  effects.push({ kind: 'set-timer', timer: timerOf(PATIENCE, tab), delayUs: timeoutUs });
  return effects;
}

function hear(
  state: ClientState,
  { exchange, body }: ClusterMessage,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const tab = tabAwaiting(state, exchange);
  // A late response: its tab has given up, or has sent the request again.
  if (tab === undefined || tab.pending === null) return [];
  if (body.kind !== 'http-response') throw new Error(`A client got an unexpected ${body.kind} message.`);
  state.idle += 1;
  const effects = keepCredentials(body);
  // Cookies of an error response count as well (RFC 6265 §3).
  if (body.status >= 500) return [...effects, ...miss(state, tab, 'failed', options, context)];
  const { line, isOfScript } = tab.pending;
  learnWhoIAm(state, { line, isOfScript, tab, status: body.status }, options, context, effects);
  return settle(state, tab, 'answered', options, context, effects);
}

/** Handles a connection that closed without a response. The browser can send the request again by itself. */
function lose(
  state: ClientState,
  tab: Tab | undefined,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  const pending = tab?.pending ?? null;
  if (tab === undefined || pending === null) return [];
  if (!options.group.resendsOnReset || !pending.isReused || pending.wasResent) {
    return miss(state, tab, 'failed', options, context);
  }
  tab.pending = { ...pending, isReused: false, wasResent: true };
  state.exchange += 1;
  tab.exchange = state.exchange;
  const { request, body } = pending;
  // The page doesn't learn of it, so its timeout goes on.
  return [{ kind: 'send', to: LOAD_BALANCER, exchange: state.exchange, body, request }];
}

/** Handles a missing response or a 5xx: the client retries or gives up. */
function miss(
  state: ClientState,
  tab: Tab | undefined,
  outcome: Outcome,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (tab === undefined || tab.pending === null) return [];
  const { pending } = tab;
  const { retries, retryPolicy } = options.group;
  if (pending.attempt > retries) return settle(state, tab, outcome, options, context);
  const credit = creditAfterRetry(state.retryCredit, retryPolicy);
  if (credit === null) return settle(state, tab, outcome, options, context);
  state.retryCredit = credit;
  tab.pending = { ...pending, attempt: pending.attempt + 1 };
  // A response to the earlier attempt is late from now on.
  state.exchange += 1;
  tab.exchange = state.exchange;
  return [
    { kind: 'cancel-timer', timer: timerOf(PATIENCE, tab) },
    {
      kind: 'set-timer',
      timer: timerOf(RETRY, tab),
      delayUs: retryDelayUs(retryPolicy, pending.attempt, context.random),
    },
  ];
}

/** @param effects Where to add the response's further effects. */
function settle(
  state: ClientState,
  tab: Tab,
  outcome: Outcome,
  options: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  const { pending } = tab;
  if (pending === null) throw new Error('No request is pending, so none can be settled.');
  tab.pending = null;
  effects.push({ kind: 'cancel-timer', timer: timerOf(PATIENCE, tab) });
  effects.push({ kind: 'settle', request: pending.request, outcome });
  if (tab === state.main) return goOn(state, options, context, effects);
  return tab.next.length > 0
    ? continueIn(tab, options, context, effects)
    : close(state, tab, options, context, effects);
}

function continueIn(
  tab: Tab,
  { group }: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): readonly ClusterEffect[] {
  const delayUs = drawUs(group.think, context.random);
  effects.push({ kind: 'set-timer', timer: timerOf(NEXT_LINE, tab), delayUs });
  return effects;
}

/** The script goes on once no tab holds it any longer. */
function close(
  state: ClientState,
  tab: Tab,
  options: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): readonly ClusterEffect[] {
  state.others.splice(state.others.indexOf(tab), 1);
  const mayGoOn = tab.holdsScript && state.main.pending === null && state.dueUs === null;
  return mayGoOn ? goOn(state, options, context, effects) : effects;
}

function goOn(
  state: ClientState,
  { group }: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[] = [],
): readonly ClusterEffect[] {
  const { main, others } = state;
  if (main.next.length === 0) {
    const isOver = nextOfScript(state, group) === undefined;
    if (isOver || others.some(({ holdsScript }) => holdsScript)) return effects;
  }
  effects.push(goOnIn(drawUs(group.think, context.random), state, context));
  return effects;
}

/** The pause is longer by the time that the client stays away. */
function goOnIn(us: number, state: ClientState, context: ClusterContext): ClusterEffect {
  const delayUs = us + state.awayUs;
  state.awayUs = 0;
  return sayNextIn(delayUs, state, context);
}

function follow(
  state: ClientState,
  instruction: NodeCommand,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  switch (instruction.kind) {
    case 'say':
      if (instruction.inParallel === true) return sayInSecondTab(state, instruction.line, options, context);
      state.main.next.push(instruction.line);
      // Send now, unless a request or a timer is pending.
      return state.main.pending === null && state.dueUs === null ? goOn(state, options, context) : [];
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

/** A person opens a second tab: neither tab waits for the other. */
function sayInSecondTab(
  state: ClientState,
  line: Line,
  options: ClientOptions,
  context: ClusterContext,
): readonly ClusterEffect[] {
  if (line.kind === 'hand-over') return handOver(line.to, context);
  if (line.kind === 'wait') return [];
  state.extras += 1;
  const tab = open(state, { holdsScript: false });
  return perform(state, line, { tab, isOfScript: false }, options, context);
}
