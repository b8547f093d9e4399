/** Expired credentials are rejected, and tokens live no longer than their policy allows. */

import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { isSession, sessionOf } from './copies.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';

/** One write of a session, on any node. */
interface Write {
  readonly event: EventId;
  readonly atUs: number;
}

/** A session past its idle or absolute timeout is rejected. */
export function expiredSessions(report: Report, { sessions }: ClusterScenario): Checker {
  const writes = new Map<string, Write[]>();
  return {
    see(event) {
      if (event.kind !== 'remembered' || !isSession(event)) return;
      const { id, atUs, key } = event;
      const before = writes.get(sessionOf(key));
      if (before === undefined) writes.set(sessionOf(key), [{ event: id, atUs }]);
      else before.push({ event: id, atUs });
    },
    served(exchange) {
      const { sessionId } = presentedIn(exchange.request);
      const of = sessionId === null ? undefined : writes.get(sessionId);
      if (of === undefined || !isHonoured(exchange)) return;
      const { id, server, arrival, arrivedAtUs } = exchange;
      // Writes while the server works on this request come after its arrival, and don't count.
      const lastSeenUs = of.findLast(({ event }) => event < arrival)?.atUs;
      const createdUs = of[0]?.atUs;
      if (lastSeenUs === undefined || createdUs === undefined) return;
      const idleUs = arrivedAtUs - lastSeenUs;
      const ageUs = arrivedAtUs - createdUs;
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
