/** As whom a client is logged in, as far as it can tell from the answers it gets; and what it does when it no longer is. */
import { passwords } from '../applications/account.ts';
import type { Line } from '../applications/line.ts';
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import type { RequestId } from '../kernel/actor.ts';
import type { Status } from '../protocols/http.ts';
import { forgetTokens, refreshTokenIn } from './browser.ts';
import type { ClientOptions, ClientState } from './client-state.ts';

/** A line, and the status that it was answered with. */
interface Answered {
  readonly request: RequestId;
  readonly line: Line;
  readonly status: Status;
}

const CREDENTIALS = 'credentials';

/** @param effects Where to add what follows. What is to be said because of it goes into `state.next`. */
export function learnWhoIAm(
  state: ClientState,
  answered: Answered,
  options: ClientOptions,
  context: ClusterContext,
  effects: ClusterEffect[],
): void {
  const { line, status } = answered;
  if (status === 200) changeUser(state, line, options, effects);
  if (status === 401) proveAnew(state, answered, options, context);
  if (status === 400 && line.kind === 'refresh') {
    // The refresh token is worth nothing any more either.
    if (options.group.logsInAgain) logInBefore(state);
    effects.push(...forgetTokens);
  }
}

/** Knows as whom it is logged in from now on, and keeps the password where each request is to carry it. */
function changeUser(
  state: ClientState,
  line: Line,
  { strategy }: ClientOptions,
  effects: ClusterEffect[],
): void {
  if (line.kind === 'log-in') {
    state.user = line.user;
    if (strategy.clientCarries === 'what-is-new') return;
    const item = { kind: 'credentials', userId: line.user, password: passwords[line.user] } as const;
    effects.push({ kind: 'remember', key: CREDENTIALS, item });
  }
  if (line.kind !== 'log-out') return;
  state.user = null;
  effects.push({ kind: 'forget', key: CREDENTIALS }, ...forgetTokens);
}

/**
 * Whoever is told 401 and has a refresh token gets a new token, whoever thought to be logged in logs in, and both
 * ask again. Whoever is told it again, or of something that is not in its script, gives up.
 */
function proveAnew(
  state: ClientState,
  { line, request }: Answered,
  { group }: ClientOptions,
  { memory }: ClusterContext,
): void {
  const isOfScript = !request.includes('+');
  if (line.kind === 'log-in' || !isOfScript) return;
  if (refreshTokenIn(memory) !== null) state.next.unshift({ kind: 'refresh' }, line);
  else if (group.logsInAgain) logInBefore(state, line);
}

function logInBefore(state: ClientState, ...lines: readonly Line[]): void {
  const { user } = state;
  if (user === null) return;
  state.user = null;
  state.next.unshift({ kind: 'log-in', user }, ...lines);
}
