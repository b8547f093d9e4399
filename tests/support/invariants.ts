/**
 * What must be true of every run (DESIGN.md, Invariants), checked from the events of a trace alone. Nothing here
 * knows how an actor works. Each checker returns what it found wrong, in words; an empty list is a good trace.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { Domain, NodeId } from '../../src/simulation/kernel/actor.ts';
import type { TraceEvent } from '../../src/simulation/kernel/trace-event.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { Shelves } from './shelves.ts';

type Events = readonly TraceEvent<Domain>[];
type ClusterEvents = readonly ClusterEvent[];

/** Events are numbered from 0, time never goes back, and a cause is an earlier event. */
export function orderOfEvents(events: Events): string[] {
  return events.flatMap((event, index) => {
    const before = events[index - 1];
    const wrong: string[] = [];
    if (event.id !== index) wrong.push(`event ${event.id} stands at place ${index}`);
    if (!Number.isSafeInteger(event.atUs) || event.atUs < (before?.atUs ?? 0)) {
      wrong.push(`event ${event.id} happens at ${event.atUs} µs, after one at ${before?.atUs} µs`);
    }
    if (event.cause !== null && !(event.cause >= 0 && event.cause < event.id)) {
      wrong.push(`event ${event.id} is caused by ${event.cause}`);
    }
    return wrong;
  });
}

/** The last event of a run, and no other, says that it has finished. */
export function endOfRun(events: Events): string[] {
  const ends = events.filter(({ kind }) => kind === 'run-ended');
  const last = events.at(-1);
  if (ends.length !== 1) return [`the run ended ${ends.length} times`];
  if (last?.kind !== 'run-ended') return [`the last event is ${last?.kind}`];
  return last.reason === 'finished' ? [] : [`the run was ${last.reason}`];
}

/** Every request that was sent settles exactly once, and nothing else settles. */
export function settlements(events: Events): string[] {
  const sent = new Map<string, number>();
  const settled = new Map<string, number>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.kind === 'request-reached' && event.milestone === 'sent') increment(sent, event.request);
    if (event.kind === 'request-settled') {
      increment(settled, event.request);
      if (!sent.has(event.request)) wrong.push(`${event.request} settled before it was sent`);
    }
  }
  for (const [request, times] of sent) {
    if (times !== 1) wrong.push(`${request} was sent ${times} times`);
    if (settled.get(request) !== 1) wrong.push(`${request} settled ${settled.get(request) ?? 0} times`);
  }
  return wrong;
}

/** A message that is delivered was sent, reaches a node that is up, and reaches it once. */
export function deliveries(events: Events): string[] {
  const down = new DownNodes();
  const sent = new Set<number>();
  const delivered = new Set<number>();
  return events.flatMap((event) => {
    down.follow(event);
    if (event.kind === 'message-sent') sent.add(event.message.id);
    if (event.kind !== 'message-delivered') return [];
    const { id, to } = event.message;
    const wrong: string[] = [];
    if (!sent.has(id)) wrong.push(`message ${id} was delivered and not sent`);
    if (delivered.has(id)) wrong.push(`message ${id} was delivered twice`);
    if (down.has(to)) wrong.push(`message ${id} was delivered to ${to}, which is down`);
    delivered.add(id);
    return wrong;
  });
}

/** A node that is down does nothing. */
export function silenceOfTheDown(events: Events): string[] {
  const down = new DownNodes();
  return events.flatMap((event) => {
    down.follow(event);
    const actor = actingNode(event);
    return actor !== null && down.has(actor)
      ? [`${actor} is down at event ${event.id}, a ${event.kind}`]
      : [];
  });
}

/**
 * Sessions lost by a crash are exactly those whose only copy was there: whoever looks a session up finds it if
 * and only if it was kept at that node and no crash of that node came since.
 */
export function lossOfSessions(events: ClusterEvents): string[] {
  const shelves = new Shelves();
  return events.flatMap((event) => {
    shelves.follow(event);
    if (event.kind !== 'recalled' || event.found === shelves.has(event.node, event.key)) return [];
    return [`${event.node} ${event.found ? 'finds' : 'misses'} ${event.key} at event ${event.id}`];
  });
}

/** The sessions of which a crash took the last copy, crash by crash. */
export function sessionsLost(events: ClusterEvents): string[][] {
  const holders = new Map<string, Set<NodeId>>();
  const losses: string[][] = [];
  for (const event of events) {
    if (event.kind === 'remembered' && isSession(event)) {
      const of = holders.get(event.key) ?? new Set();
      holders.set(event.key, of.add(event.node));
    }
    if (event.kind === 'forgot') holders.get(event.key)?.delete(event.node);
    if (event.kind === 'node-crashed' || event.kind === 'node-left') {
      const forgets = event.kind === 'node-left' || event.forgets;
      const lost = !forgets
        ? []
        : [...holders].filter(([, nodes]) => nodes.delete(event.node) && nodes.size === 0);
      losses.push(lost.map(([session]) => session));
    }
  }
  return losses;
}

/** On a server under its ID, and in a store under a key that says what it is. */
function isSession({ key, item }: { readonly key: string; readonly item: MemoryItem }): boolean {
  return item.kind === 'session' || (item.kind === 'store-entry' && key.startsWith('session:'));
}

/** Under `client-state` the servers' memory is empty at every event, and so no crash loses a session. */
export function emptyServers(events: ClusterEvents): string[] {
  const kept = events.filter((event) => event.kind === 'remembered' && event.node.startsWith('server-'));
  const lost = sessionsLost(events).flat();
  return [
    ...kept.map(({ id }) => `a server remembers something at event ${id}`),
    ...lost.map((session) => `session ${session} is lost`),
  ];
}

/**
 * Two runs whose first `shared` commands are the same agree until one of the others is taken. A run that is over
 * by then stands for one in which only background work goes on.
 */
export function agreementBefore(left: Events, right: Events, shared: number): string[] {
  const [one, other] = [beforeCommand(left, shared), beforeCommand(right, shared)];
  const length = Math.min(one.events.length, other.events.length);
  for (let index = 0; index < length; index += 1) {
    if (!isDeepStrictEqual(one.events[index], other.events[index])) return [`event ${index} differs`];
  }
  const longer = one.events.length > length ? one : other;
  const shorter = longer === one ? other : one;
  const more = shorter.isOver ? longer.events.slice(length).find(({ background }) => !background) : undefined;
  return more === undefined ? [] : [`event ${more.id} happens in one run only`];
}

function beforeCommand(events: Events, shared: number): { events: Events; isOver: boolean } {
  const end = events.findIndex(
    (event) => event.kind === 'run-ended' || (event.kind === 'command-taken' && event.index >= shared),
  );
  return { events: events.slice(0, end), isOver: events[end]?.kind === 'run-ended' };
}

/** The node that brings an event about by being alive, or null. */
function actingNode(event: TraceEvent<Domain>): NodeId | null {
  switch (event.kind) {
    case 'message-sent':
      return event.message.from;
    case 'connection-reset':
      return event.message.from;
    case 'timer-fired':
    case 'remembered':
    case 'forgot':
    case 'recalled':
      return event.node;
    default:
      return null;
  }
}

class DownNodes {
  readonly #nodes = new Set<NodeId>();

  follow(event: TraceEvent<Domain>): void {
    if (event.kind === 'node-crashed') this.#nodes.add(event.node);
    if (event.kind === 'node-left') this.#nodes.add(event.node);
    if (event.kind === 'node-started') this.#nodes.delete(event.node);
  }

  has(node: NodeId): boolean {
    return this.#nodes.has(node);
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
