/** The client: a browser that follows a script, waits for responses, retries, and takes an operator's commands. */
import { type ClusterActor, type ClusterInput, type ClusterMessage, LOAD_BALANCER } from '../cluster.ts';
import type { NodeCommand } from '../commands/node-commands.ts';
import type { Outcome, TimerName } from '../kernel/actor.ts';
import { creditAfterRetry, retryDelayUs } from '../retry-policy.ts';
import { keepCredentials, receive, tamperWithToken } from './browser.ts';
import { followLogin } from './client-login.ts';
import {
  continueScript,
  continueTab,
  PATIENCE,
  scheduleNextLine,
  sendAttempt,
  sendInSecondTab,
  sendNextLine,
  sendNextLineOf,
} from './client-script.ts';
import {
  type ClientOptions,
  type ClientState,
  type ClientTurn,
  newClient,
  readTimer,
  type Tab,
  tabAwaiting,
  timerOf,
} from './client-state.ts';

const RETRY = 'retry';

export function client(options: ClientOptions): ClusterActor<ClientState> {
  return {
    start: newClient,
    react(state, input, context) {
      const turn: ClientTurn = { state, options, context, effects: [] };
      react(turn, input);
      return turn.effects;
    },
  };
}

function react(turn: ClientTurn, input: ClusterInput): void {
  const { state } = turn;
  switch (input.kind) {
    case 'started':
      onStarted(turn);
      return;
    case 'timer':
      onTimer(turn, input.timer);
      return;
    case 'message':
      if (input.message.role === 'one-way') turn.effects.push(...receive(input.message));
      else onResponse(turn, input.message);
      return;
    case 'refused':
      onFailure(turn, tabAwaiting(state, input.message.exchange), 'refused');
      return;
    case 'reset':
      onReset(turn, tabAwaiting(state, input.message.exchange));
      return;
    case 'node-command':
      applyCommand(turn, input.command);
      return;
    case 'joined':
    case 'draining':
    case 'left':
      return;
    default:
      throw new Error(`Unknown input ${input satisfies never}`);
  }
}

function onStarted(turn: ClientTurn): void {
  const { options, context } = turn;
  const { arrivesAtUs, arrivesWithinUs } = options.group;
  const withinUs = arrivesWithinUs === 0 ? 0 : context.random.integer(0, arrivesWithinUs);
  const delayUs = arrivesAtUs + withinUs + (options.arrivalUs?.(context.self) ?? 0);
  if (delayUs === 0) sendNextLine(turn);
  else scheduleNextLine(turn, delayUs);
}

function onTimer(turn: ClientTurn, timer: TimerName): void {
  const due = readTimer(turn.state, timer);
  if (due === null) return;
  const { kind, tab } = due;
  if (kind === PATIENCE) onFailure(turn, tab, 'timed-out');
  else if (kind === RETRY) sendAttempt(turn, tab);
  else if (tab === turn.state.main) sendNextLine(turn);
  else sendNextLineOf(turn, tab);
}

function onResponse(turn: ClientTurn, { exchange, body }: ClusterMessage): void {
  const { state, effects } = turn;
  const tab = tabAwaiting(state, exchange);
  // A late response: its tab has given up, or has sent the request again.
  if (tab === undefined || tab.pending === null) return;
  if (body.kind !== 'http-response') throw new Error(`A client got an unexpected ${body.kind} message.`);
  state.idle += 1;
  // Cookies of an error response count as well (RFC 6265 §3).
  effects.push(...keepCredentials(body));
  if (body.status >= 500) {
    onFailure(turn, tab, 'failed');
    return;
  }
  const { line, isOfScript } = tab.pending;
  followLogin(turn, { line, isOfScript, tab, status: body.status });
  settle(turn, tab, 'answered');
}

/** Handles a connection that closed without a response. The browser can send the request again by itself. */
function onReset(turn: ClientTurn, tab: Tab | undefined): void {
  const { state, options, effects } = turn;
  const pending = tab?.pending ?? null;
  if (tab === undefined || pending === null) return;
  if (!options.group.resendsOnReset || !pending.isReused || pending.wasResent) {
    onFailure(turn, tab, 'failed');
    return;
  }
  tab.pending = { ...pending, isReused: false, wasResent: true };
  state.exchange += 1;
  tab.exchange = state.exchange;
  const { request, body } = pending;
  // The page doesn't learn of it, so its timeout goes on.
  effects.push({ kind: 'send', to: LOAD_BALANCER, exchange: state.exchange, body, request });
}

/** Handles a missing response or a 5xx: the client retries or gives up. */
function onFailure(turn: ClientTurn, tab: Tab | undefined, outcome: Outcome): void {
  const { state, options, context, effects } = turn;
  if (tab === undefined || tab.pending === null) return;
  const { pending } = tab;
  const { retries, retryPolicy } = options.group;
  const credit = pending.attempt > retries ? null : creditAfterRetry(state.retryCredit, retryPolicy);
  if (credit === null) {
    settle(turn, tab, outcome);
    return;
  }
  state.retryCredit = credit;
  tab.pending = { ...pending, attempt: pending.attempt + 1 };
  // A response to the earlier attempt is late from now on.
  state.exchange += 1;
  tab.exchange = state.exchange;
  const delayUs = retryDelayUs(retryPolicy, pending.attempt, context.random);
  effects.push({ kind: 'cancel-timer', timer: timerOf(PATIENCE, tab) });
  effects.push({ kind: 'set-timer', timer: timerOf(RETRY, tab), delayUs });
}

function settle(turn: ClientTurn, tab: Tab, outcome: Outcome): void {
  const { pending } = tab;
  if (pending === null) throw new Error('No request is pending, so none can be settled.');
  tab.pending = null;
  turn.effects.push({ kind: 'cancel-timer', timer: timerOf(PATIENCE, tab) });
  turn.effects.push({ kind: 'settle', request: pending.request, outcome });
  continueTab(turn, tab);
}

function applyCommand(turn: ClientTurn, command: NodeCommand): void {
  const { state, context, effects } = turn;
  switch (command.kind) {
    case 'say':
      if (command.inParallel === true) {
        sendInSecondTab(turn, command.line);
        return;
      }
      state.main.next.push(command.line);
      // Send now, unless a request or a timer is pending.
      if (state.main.pending === null && state.dueUs === null) continueScript(turn);
      return;
    case 'stay-away':
      if (state.dueUs === null) state.awayUs += command.forUs;
      else scheduleNextLine(turn, state.dueUs - context.nowUs + command.forUs);
      return;
    case 'tamper':
      effects.push(...tamperWithToken(context.memory, command.tampering));
      return;
    // The others are for other nodes.
    default:
      return;
  }
}
