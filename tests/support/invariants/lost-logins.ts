/**
 * A refresh token that its client has just got, and that nobody has used, is refused only if a request or its time has ended
 * its login, or if the login counts as lost. Logins that two requests renew at once are left out: which of the two new tokens
 * their client has depends on the order of the responses. So are rotations that are written twice because the store's first
 * reply got lost: the second attempt finds the first one's token, which nobody was told.
 */
import { isStore } from '../../../src/simulation/cluster.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { isLoss } from '../../../src/simulation/losses/loss.ts';
import { LossReader } from '../../../src/simulation/losses/loss-reader.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';

const LOGIN = 'login:';
/** A store keeps an entry up to a second longer, and a response takes a moment to arrive. */
const TOLERANCE_US = 2_000_000;

export function lostLogins(report: Report, { tokens, strategy }: ClusterScenario): Checker {
  const { refreshLifetimeUs } = tokens;
  if (strategy !== 'signed-token' || refreshLifetimeUs === null) return {};
  /** When each token was issued. */
  const issued = new Map<string, number>();
  /** The first arrival of each token at a server. */
  const used = new Map<string, EventId>();
  /** The exchanges that are renewing each login, and the logins that had several. */
  const renewing = new Map<string, Set<string>>();
  const contested = new Set<string>();
  const ended = new Set<string>();
  /** How often each request has written a login. */
  const writes = new Map<string, number>();
  const lost = new Set<string>();
  const losses = new LossReader(({ cause, key }) => {
    if (isLoss(cause) && key.startsWith(LOGIN)) lost.add(key);
  });
  return {
    see(event) {
      losses.follow(event);
      if (event.kind !== 'message-delivered') return;
      const { body, to, request } = event.message;
      if (!isStore(to) || body.kind !== 'store-command') return;
      if (body.name === 'DEL') ended.add(body.key);
      if (body.name === 'SET' && request !== null) writes.set(request, (writes.get(request) ?? 0) + 1);
    },
    http({ kind, message, event, exchange }) {
      if (kind === 'response-sent') for (const exchanges of renewing.values()) exchanges.delete(exchange);
      if (kind !== 'request-arrived' || message.kind !== 'http-request') return;
      const { refreshToken } = presentedIn(message);
      if (refreshToken === null) return;
      if (!used.has(refreshToken)) used.set(refreshToken, event);
      const key = keyOf(refreshToken);
      const exchanges = renewing.get(key) ?? new Set();
      renewing.set(key, exchanges.add(exchange));
      if (exchanges.size > 1) contested.add(key);
    },
    served({ id, request, response, arrival, repliedAtUs }) {
      const body = parseJsonObject(response.body);
      if (typeof body?.refresh_token === 'string') issued.set(body.refresh_token, repliedAtUs);
      const { refreshToken: token } = presentedIn(request);
      if (token === null || body?.error !== 'invalid_grant') return;
      const key = keyOf(token);
      const issuedAtUs = issued.get(token);
      if (issuedAtUs === undefined || used.get(token) !== arrival) return;
      if (ended.has(key) || contested.has(key) || (writes.get(id) ?? 0) > 1) return;
      if (repliedAtUs >= issuedAtUs + refreshLifetimeUs - TOLERANCE_US || lost.has(key)) return;
      report(`${id} is refused, but its login isn't lost`);
    },
  };
}

function keyOf(token: string): string {
  return `${LOGIN}${token.slice(0, token.indexOf('.'))}`;
}
