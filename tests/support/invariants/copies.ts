/** Tracks the copies of each session, from the events alone. */
import { type ClusterEvent, roleOf } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { EventId } from '../../../src/simulation/kernel/trace-event.ts';

type Remembered = Extract<ClusterEvent, { kind: 'remembered' }>;

/** On a server, the key is the session ID; in a store, it has a prefix. */
export function isSession({ key, item }: Pick<Remembered, 'key' | 'item'>): boolean {
  return item.kind === 'session' || (item.kind === 'store-entry' && key.startsWith('session:'));
}

/** The session's ID in a memory key. */
export function sessionOf(key: string): string {
  return key.startsWith('session:') ? key.slice('session:'.length) : key;
}

/** The first copy of a session that had none. */
interface Birth {
  readonly event: EventId;
  readonly by: NodeId;
}

export class Copies {
  readonly #since = new Map<string, Map<NodeId, EventId>>();
  readonly #goneAt = new Map<string, EventId>();
  readonly #born = new Map<string, Birth>();
  /** The sender of a copy or a store command, by the event that delivered it. */
  readonly #senders = new Map<EventId, NodeId>();
  readonly #onDisk = new Set<string>();
  readonly #stores = new Set<NodeId>();

  /** @returns Sessions whose last copy this event removed. */
  follow(event: ClusterEvent): readonly string[] {
    switch (event.kind) {
      case 'node-started':
        if (isStore(event.node)) this.#stores.add(event.node);
        return [];
      case 'message-delivered':
        if (event.message.role === 'one-way' || this.#stores.has(event.message.to)) {
          this.#senders.set(event.id, event.message.from);
        }
        return [];
      case 'remembered':
        if (isSession(event)) this.#keep(event);
        return [];
      case 'forgot':
        return this.#drop(event.node, sessionOf(event.key), event.id) ? [sessionOf(event.key)] : [];
      case 'node-left':
        return this.#dropAll(event.node, event.id, () => true);
      case 'node-crashed':
        return event.forgets
          ? this.#dropAll(event.node, event.id, (key) => !this.#onDisk.has(`${event.node} ${key}`))
          : [];
      default:
        return [];
    }
  }

  /** Whether a copy has existed at any time since this event, except one that this server created since then. */
  existedSince(event: EventId, session: string, server: NodeId): boolean {
    if ((this.#goneAt.get(session) ?? -1) > event) return true;
    if ((this.#since.get(session)?.size ?? 0) === 0) return false;
    const born = this.#born.get(session);
    return born === undefined || born.event < event || born.by !== server;
  }

  /** Number of sessions on this node. */
  on(node: NodeId): number {
    let count = 0;
    for (const nodes of this.#since.values()) if (nodes.has(node)) count += 1;
    return count;
  }

  wasKeptOn(node: NodeId, session: string, from: EventId): boolean {
    const since = this.#since.get(session)?.get(node);
    return since !== undefined && since < from;
  }

  wasInEveryStore(session: string, from: EventId): boolean {
    return this.#stores.size > 0 && [...this.#stores].every((store) => this.wasKeptOn(store, session, from));
  }

  #keep({ node, key, id, cause, durable }: Remembered): void {
    const session = sessionOf(key);
    const since = this.#since.get(session) ?? new Map<NodeId, EventId>();
    if (since.size === 0) this.#born.set(session, { event: id, by: this.#senders.get(cause ?? -1) ?? node });
    if (!since.has(node)) since.set(node, id);
    this.#since.set(session, since);
    if (durable) this.#onDisk.add(`${node} ${session}`);
  }

  /** @returns Whether it was the last copy. */
  #drop(node: NodeId, session: string, event: EventId): boolean {
    const since = this.#since.get(session);
    if (since?.delete(node) !== true) return false;
    this.#onDisk.delete(`${node} ${session}`);
    if (since.size > 0) return false;
    this.#goneAt.set(session, event);
    return true;
  }

  #dropAll(node: NodeId, event: EventId, isTaken: (session: string) => boolean): string[] {
    return [...this.#since.keys()].filter((session) => isTaken(session) && this.#drop(node, session, event));
  }
}

const notStores: ReadonlySet<string> = new Set(['client', 'load-balancer', 'server', 'database']);

export function isStore(node: NodeId): boolean {
  return !notStores.has(roleOf(node).role);
}
