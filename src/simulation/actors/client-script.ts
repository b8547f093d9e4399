/** How a client sends the lines of its script, and of the tabs beside it. */
import type { Line, RequestLine } from '../applications/line.ts';
import { noteHeader } from '../applications/note.ts';
import { requestFor } from '../applications/requests.ts';
import { LOAD_BALANCER, requestId } from '../cluster.ts';
import { drawUs } from '../kernel/duration.ts';
import { creditAfterRequest } from '../retry-policy.ts';
import type { ClientGroup } from '../scenario.ts';
import { credentialHeaders, handOver, refreshTokenIn } from './browser.ts';
import { type Carried, CONVERSATION, carriedAfter, carriedIn } from './carried.ts';
import { type ClientState, type ClientTurn, newTab, type Tab, timerOf } from './client-state.ts';

/** Kinds of timers. */
const NEXT_LINE = 'next-line';
export const PATIENCE = 'patience';

/** Sends the script's next line. Extra lines come first, once the script has begun, if it has any lines. */
export function sendNextLine(turn: ClientTurn): void {
  const { state, options } = turn;
  state.dueUs = null;
  const { main } = state;
  const isToBegin = state.said === 0 && options.group.script.length > 0;
  const extra = isToBegin ? undefined : main.next.shift();
  const line = extra ?? nextOfScript(state, options.group);
  if (line === undefined) return;
  if (extra === undefined && state.said === 0) state.extrasBefore = state.extras;
  state.extras = extra === undefined ? 0 : state.extras + 1;
  if (extra === undefined) state.said += 1;
  perform(turn, line, { tab: main, isOfScript: extra === undefined });
}

/** Sends the next line of a tab beside the script's. */
export function sendNextLineOf(turn: ClientTurn, tab: Tab): void {
  const line = tab.next.shift();
  if (line === undefined) return;
  turn.state.extras += 1;
  perform(turn, line, { tab, isOfScript: false });
}

/** A person opens a second tab: neither tab waits for the other. */
export function sendInSecondTab(turn: ClientTurn, line: Line): void {
  const { state, context, effects } = turn;
  if (line.kind === 'hand-over') effects.push(...handOver(line.to, context));
  if (line.kind === 'hand-over' || line.kind === 'wait') return;
  state.extras += 1;
  perform(turn, line, { tab: openTab(state, { holdsScript: false }), isOfScript: false });
}

interface Asking {
  readonly tab: Tab;
  readonly isOfScript: boolean;
}

/** Does what a line says. The first request of several is this tab's, and each further one gets a tab of its own. */
function perform(turn: ClientTurn, line: Line, { tab, isOfScript }: Asking): void {
  const { state, context, effects } = turn;
  if (line.kind === 'hand-over') {
    effects.push(...handOver(line.to, context));
    continueScript(turn);
    return;
  }
  if (line.kind === 'wait') {
    // Without another time to think, so the script's pause is longer by exactly this.
    continueScriptIn(turn, line.us);
    return;
  }
  const lines = line.kind === 'at-once' ? line.lines : [line];
  let carried = carriedIn(context.memory);
  lines.forEach((each, index) => {
    if (index > 0) state.extras += 1;
    const own = index === 0 ? tab : openTab(state, { holdsScript: true });
    carried = sendRequest(turn, each, { tab: own, isOfScript, carried });
  });
}

function openTab({ others }: ClientState, options: Pick<Tab, 'holdsScript'>): Tab {
  const tab = newTab(options);
  others.push(tab);
  return tab;
}

/**
 * Sends a line's request, with the cookies that the browser has at this moment.
 *
 * @returns What the client carries afterwards. Requests of one moment can't read it from the memory yet.
 */
function sendRequest(
  turn: ClientTurn,
  line: RequestLine,
  { tab, isOfScript, carried }: Asking & { readonly carried: Carried },
): Carried {
  const { state, options, context, effects } = turn;
  const { said, extras } = state;
  // Extra requests before the first line are numbered as those after it, and come first.
  const earlier = said === 1 && extras > 0 ? state.extrasBefore : 0;
  const request = requestId(context.self, Math.max(1, said), extras + earlier);
  effects.push({ kind: 'reach', request, milestone: 'sent' });
  const carriesAll = options.strategy.clientCarries === 'everything-so-far';
  const carries = carriesAll ? carriedAfter(line, carried) : carried;
  if (carries !== carried) {
    const { conversation, note } = carries;
    const item = { kind: 'conversation', conversation, ...(note !== undefined && { note }) } as const;
    effects.push({ kind: 'remember', key: CONVERSATION, item });
  }
  const headers = [
    ...credentialHeaders(context.memory),
    ...(carried.note === undefined ? [] : [noteHeader(carried.note)]),
  ];
  const refreshToken = refreshTokenIn(context.memory);
  const body = requestFor(line, {
    headers,
    said: line.kind !== 'shop' ? {} : carriesAll ? carries.conversation : line.said,
    carriedCart: carriesAll ? (carries.conversation.cart ?? []) : null,
    idempotencyKey: request,
    refreshToken,
  });
  tab.pending = { request, line, body, attempt: 1, isReused: false, wasResent: false, isOfScript };
  state.retryCredit = creditAfterRequest(state.retryCredit, options.group.retryPolicy);
  if (tab !== state.main) tab.request = request;
  sendAttempt(turn, tab);
  return carries;
}

function nextOfScript(state: ClientState, { script, repeats }: ClientGroup): Line | undefined {
  return state.said < script.length * repeats ? script[state.said % script.length] : undefined;
}

/** Sends a tab's pending request. A retry sends the same request again. */
export function sendAttempt({ state, options, effects }: ClientTurn, tab: Tab): void {
  if (tab.pending === null) return;
  const { request, body } = tab.pending;
  // A free connection is used again (RFC 9112 §9.3). Otherwise a new one is opened.
  const isReused = state.idle > 0;
  if (isReused) state.idle -= 1;
  tab.pending = { ...tab.pending, isReused };
  state.exchange += 1;
  tab.exchange = state.exchange;
  effects.push({ kind: 'send', to: LOAD_BALANCER, exchange: state.exchange, body, request });
  effects.push({ kind: 'set-timer', timer: timerOf(PATIENCE, tab), delayUs: options.timeoutUs });
}

/** Continues a tab whose request is settled: with its own lines, or else the tab closes. */
export function continueTab(turn: ClientTurn, tab: Tab): void {
  const { state, options, context, effects } = turn;
  if (tab === state.main) {
    continueScript(turn);
    return;
  }
  if (tab.next.length > 0) {
    const delayUs = isAutomatic(tab) ? 0 : drawUs(options.group.think, context.random);
    effects.push({ kind: 'set-timer', timer: timerOf(NEXT_LINE, tab), delayUs });
    return;
  }
  state.others.splice(state.others.indexOf(tab), 1);
  // The script goes on once no tab holds it any longer.
  if (tab.holdsScript && state.main.pending === null && state.dueUs === null) continueScript(turn);
}

/** Sends the script's next line after the time to think, unless the script is over or a tab holds it. */
export function continueScript(turn: ClientTurn): void {
  const { state, options, context } = turn;
  const { main, others } = state;
  if (main.next.length === 0) {
    const isOver = nextOfScript(state, options.group) === undefined;
    if (isOver || others.some(({ holdsScript }) => holdsScript)) return;
  }
  // Not before the response's tokens are stored.
  if (isAutomatic(main)) {
    scheduleNextLine(turn, 0);
    return;
  }
  continueScriptIn(turn, drawUs(options.group.think, context.random));
}

/** Takes the next line off those that the program sends by itself. */
function isAutomatic(tab: Tab): boolean {
  if (tab.automatic === 0 || tab.next.length === 0) return false;
  tab.automatic -= 1;
  return true;
}

/** The pause is longer by the time that the client stays away. */
function continueScriptIn(turn: ClientTurn, us: number): void {
  const { state } = turn;
  const delayUs = us + state.awayUs;
  state.awayUs = 0;
  scheduleNextLine(turn, delayUs);
}

export function scheduleNextLine({ state, context, effects }: ClientTurn, delayUs: number): void {
  state.dueUs = context.nowUs + delayUs;
  effects.push({ kind: 'set-timer', timer: NEXT_LINE, delayUs });
}
