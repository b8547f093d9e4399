/** Expired credentials are rejected, and tokens live no longer than their policy allows. */

import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';
import { SessionWrites } from './session-writes.ts';

/** A session past its idle or absolute timeout is rejected. */
export function expiredSessions(report: Report, { sessions }: ClusterScenario): Checker {
  const writes = new SessionWrites();
  return {
    see: (event) => writes.see(event),
    served(exchange) {
      if (!isHonoured(exchange)) return;
      const { id, server, request, arrival, arrivedAtUs } = exchange;
      const age = writes.age(presentedIn(request).sessionId, arrival, arrivedAtUs);
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
  return {
    served(exchange) {
      const { id, server, request, response, arrivedAtUs, repliedAtUs } = exchange;
      const { token } = presentedIn(request);
      const sinceUs = token === null ? undefined : issuedUs.get(token);
      if (sinceUs !== undefined && isHonoured(exchange) && arrivedAtUs - sinceUs >= tokens.lifetimeUs) {
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
