/** Expired credentials are rejected, and tokens live no longer than their policy allows. */

import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';
import { ServerClocks } from './server-clocks.ts';
import { SessionWrites } from './session-writes.ts';

/** A session past its idle or absolute timeout is rejected. */
export function expiredSessions(report: Report, { sessions }: ClusterScenario): Checker {
  const writes = new SessionWrites();
  const clocks = new ServerClocks();
  /** When each sealed cookie was set. */
  const sealedAtUs = new Map<string, number>();
  return {
    see(event) {
      writes.see(event);
      clocks.see(event);
    },
    served(exchange) {
      const { id, server, request, response, arrival, arrivedAtUs, repliedAtUs } = exchange;
      const { sessionId, sealed } = presentedIn(request);
      const sinceUs = sealed === null ? undefined : sealedAtUs.get(sealed);
      for (const [name, value] of response.headers) {
        const set = name === 'Set-Cookie' ? /^session=([^;]+)/.exec(value)?.[1] : undefined;
        if (set !== undefined) sealedAtUs.set(set, repliedAtUs);
      }
      if (!isHonoured(exchange)) return;
      if (sinceUs !== undefined && arrivedAtUs - sinceUs >= sessions.idleUs + clocks.spreadUs) {
        report(`${server} honours the cookie of ${id}, which was sealed ${arrivedAtUs - sinceUs} µs ago`);
      }
      const age = writes.age(sessionId, arrival, arrivedAtUs - clocks.spreadUs);
      if (age === null) return;
      const { ageUs, idleUs } = age;
      if (idleUs >= sessions.idleUs || ageUs >= sessions.absoluteUs) {
        report(`${server} honours the session of ${id}, idle for ${idleUs} µs and ${ageUs} µs old`);
      }
    },
  };
}

/** A token is rejected after its expiry, and its lifetime is within the policy. */
export function expiredTokens(report: Report, { tokens }: ClusterScenario): Checker {
  /** Time of issue, by token. */
  const issuedUs = new Map<string, number>();
  const clocks = new ServerClocks();
  return {
    see: (event) => clocks.see(event),
    served(exchange) {
      const { id, server, request, response, arrivedAtUs, repliedAtUs } = exchange;
      const { token } = presentedIn(request);
      const sinceUs = token === null ? undefined : issuedUs.get(token);
      const longestUs = tokens.lifetimeUs + tokens.leewayUs + clocks.spreadUs;
      if (sinceUs !== undefined && isHonoured(exchange) && arrivedAtUs - sinceUs >= longestUs) {
        report(`${server} honours the token of ${id}, which is ${arrivedAtUs - sinceUs} µs old`);
      }
      const { access_token: issued } = parseJsonObject(response.body) ?? {};
      if (typeof issued === 'string' && !issuedUs.has(issued)) issuedUs.set(issued, repliedAtUs);
    },
  };
}

/** Whether the response treats the client as logged in. */
function isHonoured({ request, response }: Served): boolean {
  if (response.status !== 200 || request.target === '/login') return false;
  const { user } = parseJsonObject(response.body) ?? {};
  return user !== undefined && user !== null;
}
