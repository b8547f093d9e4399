/** A client's login state, as far as responses show it, and how the client logs in again. */
import { passwords } from '../applications/account.ts';
import type { Line } from '../applications/line.ts';
import type { Status } from '../protocols/http.ts';
import { forgetTokens, refreshTokenIn } from './browser.ts';
import type { ClientState, ClientTurn, Pending, Tab } from './client-state.ts';

/** A line, the status of its response, and the tab that got it. */
interface Answered extends Pick<Pending, 'line' | 'isOfScript'> {
  readonly tab: Tab;
  readonly status: Status;
}

const CREDENTIALS = 'credentials';

/** Follows what a response says about the login. Extra lines go into the tab. */
export function followLogin(turn: ClientTurn, answered: Answered): void {
  const { state, options, effects } = turn;
  const { line, status } = answered;
  if (status === 200) changeUser(turn, line);
  if (status === 401) authenticateAgain(turn, answered);
  if (status === 400 && line.kind === 'refresh') {
    // The refresh token is no longer valid either. What follows takes a person.
    answered.tab.automatic = 0;
    if (options.group.logsInAgain) logInBefore(state, answered.tab);
    effects.push(...forgetTokens);
  }
}

/** Updates the logged-in user, and keeps the password if each request must carry it. */
function changeUser({ state, options, effects }: ClientTurn, line: Line): void {
  if (line.kind === 'log-in') {
    state.user = line.user;
    if (options.strategy.clientCarries === 'what-is-new') return;
    const item = { kind: 'credentials', userId: line.user, password: passwords[line.user] } as const;
    effects.push({ kind: 'remember', key: CREDENTIALS, item });
  }
  if (line.kind !== 'log-out') return;
  state.user = null;
  effects.push({ kind: 'forget', key: CREDENTIALS }, ...forgetTokens);
}

/**
 * After a 401: a client with a refresh token gets a new token, a client that was logged in logs in again, and both
 * retry the request. After a second 401, or for a line outside the script, the client gives up.
 */
function authenticateAgain(
  { state, options, context }: ClientTurn,
  { line, isOfScript, tab }: Answered,
): void {
  if (line.kind === 'log-in' || !isOfScript) return;
  if (refreshTokenIn(context.memory) !== null) {
    tab.next.unshift({ kind: 'refresh' }, line);
    tab.automatic = 2;
  } else if (options.group.logsInAgain) logInBefore(state, tab, line);
}

function logInBefore(state: ClientState, tab: Tab, ...lines: readonly Line[]): void {
  const { user } = state;
  if (user === null) return;
  state.user = null;
  tab.next.unshift({ kind: 'log-in', user }, ...lines);
}
