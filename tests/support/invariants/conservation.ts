/** Sessions end for a reason: a logout, a login that renews the ID, the policy's timeouts, or a store's limits. */
import { type ClusterEvent, isServer } from '../../../src/simulation/cluster.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { isSession, sessionOf } from './copies.ts';
import { presentedIn } from './presented.ts';
import { ServerClocks } from './server-clocks.ts';
import { SessionWrites } from './session-writes.ts';

interface Times {
  readonly createdUs: number;
  readonly lastSeenUs: number;
}

/** A session stays on its node until a client ends it, it expires, its node stops, or its store has to drop it. */
export function conservationOfSessions(report: Report, { sessions, store }: ClusterScenario): Checker {
  const kept = new Map<string, Times & { readonly expiresAtUs: number | null }>();
  /** Sessions whose end was requested. */
  const ended = new Set<string>();
  /** Deliveries from one store to the other. */
  const fromPeer = new Set<EventId>();
  let wasFlushed = false;
  const clocks = new ServerClocks();
  /** By the fastest clock. */
  const isExpired = ({ createdUs, lastSeenUs }: Times, atUs: number) => {
    const nowUs = atUs + clocks.spreadUs;
    return nowUs - lastSeenUs >= sessions.idleUs || nowUs - createdUs >= sessions.absoluteUs;
  };
  const forget = ({ node, key, cause, atUs }: Extract<ClusterEvent, { kind: 'forgot' }>) => {
    const times = kept.get(`${node} ${key}`);
    kept.delete(`${node} ${key}`);
    if (times === undefined || ended.has(sessionOf(key)) || isExpired(times, atUs)) return;
    const { expiresAtUs } = times;
    // A store that refuses writes never evicts.
    const mayEvict = store.entriesMax !== null && store.whenFull === 'evict';
    if (!isServer(node) && (mayEvict || wasFlushed || fromPeer.has(cause ?? -1))) return;
    if (expiresAtUs !== null && expiresAtUs <= atUs) return;
    report(`${node} drops session ${sessionOf(key)}, which has neither ended nor expired`);
  };
  return {
    see(event) {
      clocks.see(event);
      if (event.kind === 'forgot') forget(event);
      if (event.kind === 'command-taken' && event.command.kind === 'instruct') {
        wasFlushed ||= event.command.instruction.kind === 'flush';
      }
      if (event.kind === 'message-delivered') {
        const { kind } = event.message.body;
        if (kind === 'store-copy' || kind === 'store-reply') fromPeer.add(event.id);
      }
      if (event.kind !== 'remembered' || !isSession(event)) return;
      const { item, node, key } = event;
      if (item.kind === 'session') kept.set(`${node} ${key}`, { ...item.session, expiresAtUs: null });
      if (item.kind !== 'store-entry') return;
      const { createdUs, lastSeenUs } = parseJsonObject(item.entry.value) ?? {};
      const { expiresAtUs } = item.entry;
      if (typeof createdUs !== 'number' || typeof lastSeenUs !== 'number') return;
      kept.set(`${node} ${key}`, { createdUs, lastSeenUs, expiresAtUs });
      // Redis counts an expiry in whole milliseconds.
      const validUntilUs = Math.min(lastSeenUs + sessions.idleUs, createdUs + sessions.absoluteUs) - 1_000;
      if (expiresAtUs < validUntilUs - clocks.spreadUs)
        report(`${node} would drop session ${sessionOf(key)} while it is valid`);
    },
    http({ kind, server, message }) {
      if (kind !== 'request-arrived' || server === null || message.kind !== 'http-request') return;
      const { sessionId } = presentedIn(message);
      const isEnd = message.target === '/logout' || message.target === '/login';
      if (sessionId !== null && isEnd) ended.add(sessionId);
    },
  };
}

/**
 * No server reports a session as expired before its time. Where a copy can be older than the session, it can expire
 * earlier, so replicas and local copies are left out.
 */
export function noEarlyExpiry(report: Report, { strategy, sessions, store }: ClusterScenario): Checker {
  if (strategy === 'replicated' || store.replica !== null || store.localCopyUs > 0) return {};
  const writes = new SessionWrites();
  const clocks = new ServerClocks();
  return {
    see(event) {
      writes.see(event);
      clocks.see(event);
    },
    served({ id, server, request, response, arrival, repliedAtUs }) {
      if (response.status !== 401 || parseJsonObject(response.body)?.error !== 'expired-session') return;
      const age = writes.age(presentedIn(request).sessionId, arrival, repliedAtUs);
      if (age === null) return;
      const { ageUs, idleUs } = age;
      // A write is requested up to one timeout before a store remembers it.
      const marginUs = WRITE_MAX_US + clocks.spreadUs;
      const isValid = idleUs + marginUs < sessions.idleUs && ageUs + marginUs < sessions.absoluteUs;
      if (isValid)
        report(`${server} calls the session of ${id} expired, idle for ${idleUs} µs and ${ageUs} µs old`);
    },
  };
}

/** A message within the cluster takes at most this long in any scenario of the soak. */
const WRITE_MAX_US = 10_000;
