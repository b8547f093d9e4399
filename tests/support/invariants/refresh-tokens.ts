/** Refresh tokens: what a used one is still good for, under each rule of reuse (RFC 9700 §4.14.2). */
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import { ServerClocks } from './server-clocks.ts';

/** The first response to a token that had a new one in it. */
interface Exchange {
  readonly next: string;
  readonly atUs: number;
  readonly event: EventId;
}

/**
 * `refuse`: a token is exchanged once. `grace`: it leads to one successor, and for a while only, and no longer once that
 * was used itself. `revoke`: it is exchanged again only at the same moment. A reuse that a server noticed ends the login
 * for good under `revoke` and `grace`.
 */
export function refreshTokens(report: Report, { tokens, strategy, store }: ClusterScenario): Checker {
  const { refreshReuse: rule, graceUs } = tokens;
  // A replica can have missed a rotation.
  if (strategy !== 'signed-token' || store.replica !== null) return {};
  const exchanges = new Map<string, Exchange>();
  /** Logins that have ended, by the part of the token that names them. */
  const ended = new Map<string, EventId>();
  const clocks = new ServerClocks();
  let now = 0;
  return {
    see(event) {
      clocks.see(event);
      now = event.id;
    },
    served({ id, request, response, arrival, arrivedAtUs, repliedAtUs }) {
      const { refreshToken: token } = presentedIn(request);
      if (token === null || request.target !== '/refresh') return;
      const wasBefore = (event: EventId | undefined) => event !== undefined && event < arrival;
      const login = token.slice(0, token.indexOf('.'));
      const before = exchanges.get(token);
      if (response.status === 400) {
        const endsLogin = rule === 'revoke' || (rule === 'grace' && wasBefore(before?.event));
        if (endsLogin && !ended.has(login)) ended.set(login, now);
      }
      const next = response.status === 200 ? parseJsonObject(response.body)?.refresh_token : undefined;
      if (typeof next !== 'string') return;
      if (wasBefore(ended.get(login))) report(`${id} gets a token of a login that has ended`);
      if (before === undefined) {
        exchanges.set(token, { next, atUs: repliedAtUs, event: now });
        return;
      }
      if (rule === 'refuse') report(`${id} gets a token for one that was exchanged before`);
      if (rule === 'revoke' && wasBefore(before.event)) report(`${id} gets a token for a former one`);
      if (rule !== 'grace') return;
      if (next !== before.next) report(`${id} gets a second successor of its token`);
      if (wasBefore(exchanges.get(before.next)?.event)) report(`${id} gets a token that was used itself`);
      // Each server measures the time of grace with its own clock.
      const ageUs = arrivedAtUs - before.atUs - clocks.spreadUs;
      if (ageUs >= graceUs) report(`${id} gets a token for one that was exchanged ${ageUs} µs before`);
    },
  };
}
