/** What has expired gives access to nothing, and tokens live no longer than their policy says. */

import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { isSession, sessionOf } from './copies.ts';
import { presentedIn } from './presented.ts';
import type { Served } from './served.ts';

/** One writing of a session, wherever it is kept. */
interface Write {
  readonly event: EventId;
  readonly atUs: number;
}

/** A session that nobody has written to for too long, or that is too old, is not honoured. */
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
      // What is written while the server works on this request comes after its arrival, and does not count.
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

/** A token is not honoured after its time, and its time is not longer than it may be. */
export function expiredTokens(report: Report, { tokens }: ClusterScenario): Checker {
  /** By token: when it was handed out. */
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

/** Whether the answer says that the client is somebody. */
function isHonoured({ request, response }: Served): boolean {
  if (response.status !== 200 || request.target === '/login') return false;
  const { user } = parseJsonObject(response.body) ?? {};
  return user !== undefined && user !== null;
}
