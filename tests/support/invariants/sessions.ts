/** Session invariants: where sessions are, and what crashes lose. */
import { type ClusterEvent, isServer } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import { isUserState, type MemoryItem } from '../../../src/simulation/memory.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { StrategyId } from '../../../src/simulation/strategies/strategies.ts';
import { NodeMemories } from '../node-memories.ts';
import type { Checker, Report } from './checker.ts';
import { Copies, isStore, sessionOf } from './copies.ts';
import { presentedIn } from './presented.ts';

/**
 * A lookup finds a session exactly when it was stored on that node and not lost since: a crash loses exactly what was
 * in the node's memory and not on its disk.
 */
export function lossOfSessions(report: Report): Checker {
  const memories = new NodeMemories<MemoryItem>();
  return {
    see(event) {
      memories.follow(event);
      if (event.kind !== 'recalled') return;
      const item = memories.get(event.node, event.key);
      // A replica keeps an expired entry until its primary removes it, and answers as if it were gone.
      const isExpired = item?.kind === 'store-entry' && item.entry.expiresAtUs <= event.atUs;
      if (event.found === (item !== undefined && !isExpired)) return;
      report(`${event.node} ${event.found ? 'finds' : 'misses'} ${event.key} at event ${event.id}`);
    },
  };
}

/** Sessions whose last copy was lost in a crash, crash by crash. */
export function sessionsLost(events: readonly ClusterEvent[]): string[][] {
  const copies = new Copies();
  return events.flatMap((event) => {
    const lost = copies.follow(event);
    return event.kind === 'node-crashed' || event.kind === 'node-left' ? [[...lost]] : [];
  });
}

/** A server uses a session only if a copy of it existed somewhere while the server worked on the request. */
export function noSessionFromNowhere(report: Report): Checker {
  const copies = new Copies();
  /** Servers' own copies of what was in the store, whose age has an invariant of its own. */
  const local = new Set<string>();
  return {
    see(event) {
      copies.follow(event);
      if (event.kind === 'remembered' && event.item.kind === 'local-copy') {
        local.add(`${event.node} ${sessionOf(event.key)}`);
      }
    },
    served({ server, id, request, response, arrival }) {
      const { sessionId } = presentedIn(request);
      if (sessionId === null || response.status !== 200) return;
      const { user } = parseJsonObject(response.body) ?? {};
      if (user === undefined || user === null || request.target === '/login') return;
      if (local.has(`${server} ${sessionId}`)) return;
      if (!copies.existedSince(arrival, sessionId, server))
        report(`${server} answers ${id} from a session without any copy`);
    },
  };
}

/**
 * A server that has had a session throughout never reports it as unknown; nor does any server while every store has
 * it. A replica keeps an expired entry until its primary removes it, and answers as if it were gone.
 */
export function noSessionForgotten(report: Report): Checker {
  const copies = new Copies();
  /** When each store's entry of a session expires, by session and store. */
  const untilUs = new Map<string, Map<NodeId, number>>();
  let nowUs = 0;
  const hasExpired = (session: string) =>
    [...(untilUs.get(session)?.values() ?? [])].some((expiresAtUs) => expiresAtUs <= nowUs);
  return {
    see(event) {
      nowUs = event.atUs;
      copies.follow(event);
      if (event.kind !== 'remembered' || event.item.kind !== 'store-entry') return;
      const session = sessionOf(event.key);
      const byStore = untilUs.get(session) ?? new Map<NodeId, number>();
      untilUs.set(session, byStore.set(event.node, event.item.entry.expiresAtUs));
    },
    served({ server, id, request, response, arrival }) {
      if (response.status !== 401) return;
      const { sessionId } = presentedIn(request);
      const { error } = parseJsonObject(response.body) ?? {};
      if (sessionId === null || error !== 'unknown-session') return;
      if (copies.wasKeptOn(server, sessionId, arrival))
        report(`${server} has the session of ${id} but reports it as unknown`);
      if (copies.wasInEveryStore(sessionId, arrival) && !hasExpired(sessionId))
        report(`the store has the session of ${id}, but it is reported as unknown`);
    },
  };
}

/** Under these strategies servers store no user state, so no server crash loses a session. */
export function nothingOfUsersOnServers(report: Report, scenario: ClusterScenario): Checker {
  const { strategy, connections, store } = scenario;
  if (!hasStatelessServers.has(strategy)) return {};
  // Not even other entries, except TCP's connection state, and a clock that is wrong.
  const isEmpty = strategy === 'client-state' && connections === 'granted';
  const mayHaveCopies = strategy === 'shared-store' && store.localCopyUs > 0;
  const copies = new Copies();
  return {
    see(event) {
      const lost = copies.follow(event);
      if (event.kind === 'node-crashed' && isServer(event.node)) {
        for (const session of lost) report(`session ${session} is lost with ${event.node}`);
      }
      if (event.kind !== 'remembered' || !isServer(event.node)) return;
      // Its own, not a user's.
      if (event.item.kind === 'code-version' || event.item.kind === 'clock') return;
      if (mayHaveCopies && event.item.kind === 'local-copy') return;
      if (isEmpty || isUserState(event.item)) {
        report(`${event.node} remembers a ${event.item.kind} at event ${event.id}`);
      }
    },
  };
}

const hasStatelessServers: ReadonlySet<StrategyId> = new Set([
  'client-state',
  'signed-token',
  'sealed-cookie',
  'shared-store',
]);

/** A persistent store still finds every entry after a crash, regardless of what the crash event reports. */
export function persistentStores(report: Report, { store }: ClusterScenario): Checker {
  if (!store.isPersistent) return {};
  /** Time of expiry, by node and key. */
  const kept = new Map<string, number>();
  return {
    see(event) {
      if (event.kind === 'remembered' && isStore(event.node)) {
        const { item } = event;
        const untilUs = item.kind === 'store-entry' ? item.entry.expiresAtUs : Number.POSITIVE_INFINITY;
        kept.set(`${event.node} ${event.key}`, untilUs);
      }
      if (event.kind === 'forgot') kept.delete(`${event.node} ${event.key}`);
      if (event.kind !== 'recalled' || event.found) return;
      if ((kept.get(`${event.node} ${event.key}`) ?? 0) <= event.atUs) return;
      report(`${event.node} misses ${event.key} at event ${event.id}, which was on its disk`);
    },
  };
}
