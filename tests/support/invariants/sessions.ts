/** Sessions: where they are, and what crashes take. */
import { type ClusterEvent, isServer } from '../../../src/simulation/cluster.ts';
import { isUserState } from '../../../src/simulation/memory.ts';
import { parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { StrategyId } from '../../../src/simulation/strategies/strategy-traits.ts';
import { NodeMemories } from '../node-memories.ts';
import type { Checker, Report } from './checker.ts';
import { Copies, isStore } from './copies.ts';
import { presentedIn } from './presented.ts';

/**
 * Whoever looks a session up finds it if and only if it was kept at that node, and no crash took it since: what a
 * crash takes is exactly what was in that node's memory and not on its disk.
 */
export function lossOfSessions(report: Report): Checker {
  const memories = new NodeMemories();
  return {
    see(event) {
      memories.follow(event);
      if (event.kind !== 'recalled' || event.found === memories.has(event.node, event.key)) return;
      report(`${event.node} ${event.found ? 'finds' : 'misses'} ${event.key} at event ${event.id}`);
    },
  };
}

/** The sessions of which a crash took the last copy, crash by crash. */
export function sessionsLost(events: readonly ClusterEvent[]): string[][] {
  const copies = new Copies();
  return events.flatMap((event) => {
    const lost = copies.follow(event);
    return event.kind === 'node-crashed' || event.kind === 'node-left' ? [[...lost]] : [];
  });
}

/**
 * A server answers for a session only if there was a copy of it somewhere while it worked on the request: a session
 * whose last copy is gone is gone.
 */
export function noSessionFromNowhere(report: Report): Checker {
  const copies = new Copies();
  return {
    see(event) {
      copies.follow(event);
    },
    served({ server, id, request, response, arrival }) {
      const { sessionId } = presentedIn(request);
      if (sessionId === null || response.status !== 200) return;
      const { user } = parseJsonObject(response.body) ?? {};
      if (user === undefined || user === null || request.target === '/login') return;
      if (!copies.existedSince(arrival, sessionId, server))
        report(`${server} answers ${id} of a session that is gone`);
    },
  };
}

/** A server that has kept a session all the while does not say that it knows of none; nor while every store has it. */
export function noSessionForgotten(report: Report): Checker {
  const copies = new Copies();
  return {
    see(event) {
      copies.follow(event);
    },
    served({ server, id, request, response, arrival }) {
      if (response.status !== 401) return;
      const { sessionId } = presentedIn(request);
      const { error } = parseJsonObject(response.body) ?? {};
      if (sessionId === null || error !== 'unknown-session') return;
      if (copies.wasKeptOn(server, sessionId, arrival))
        report(`${server} has the session of ${id} and says no`);
      if (copies.wasInEveryStore(sessionId, arrival))
        report(`the store has the session of ${id}, who is told no`);
    },
  };
}

/** Under these strategies servers keep nothing of users, and so no crash of one loses a session. */
export function nothingOfUsersOnServers(report: Report, { strategy, connections }: ClusterScenario): Checker {
  if (!hasStatelessServers.has(strategy)) return {};
  // Not even anything that is not of users, but for what TCP knows of its connections.
  const isEmpty = strategy === 'client-state' && connections === 'granted';
  const copies = new Copies();
  return {
    see(event) {
      const lost = copies.follow(event);
      if (event.kind === 'node-crashed' && isServer(event.node)) {
        for (const session of lost) report(`session ${session} is lost with ${event.node}`);
      }
      if (event.kind !== 'remembered' || !isServer(event.node)) return;
      if (isEmpty || isUserState(event.item)) {
        report(`${event.node} remembers a ${event.item.kind} at event ${event.id}`);
      }
    },
  };
}

const hasStatelessServers: ReadonlySet<StrategyId> = new Set([
  'client-state',
  'signed-token',
  'shared-store',
]);

/** A store that is persistent loses nothing in a crash, whatever the trace says of the crash. */
export function persistentStores(report: Report, { store }: ClusterScenario): Checker {
  if (!store.isPersistent) return {};
  const kept = new Set<string>();
  return {
    see(event) {
      if (event.kind === 'remembered' && isStore(event.node)) kept.add(`${event.node} ${event.key}`);
      if (event.kind === 'forgot') kept.delete(`${event.node} ${event.key}`);
      if (event.kind !== 'recalled' || event.found || !kept.has(`${event.node} ${event.key}`)) return;
      report(`${event.node} misses ${event.key} at event ${event.id}, which was on its disk`);
    },
  };
}
