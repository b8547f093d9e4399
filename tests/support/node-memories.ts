/** Tracks every node's memory from a trace's events alone. */
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { Domain, NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { TraceEvent } from '../../src/simulation/kernel/trace-event.ts';

type DomainOf<Item> = Domain & { readonly item: Item };

export class NodeMemories<Item> {
  readonly #byNode = new Map<NodeId, Map<string, Item>>();
  readonly #onDisk = new Map<NodeId, Set<string>>();

  follow(event: TraceEvent<DomainOf<Item>>): void {
    if (event.kind === 'remembered') {
      this.#memory(event.node).set(event.key, event.item);
      if (event.durable) this.#onDisk.set(event.node, this.#disk(event.node).add(event.key));
    }
    if (event.kind === 'forgot') this.#memory(event.node).delete(event.key);
    if (event.kind === 'node-left') this.#memory(event.node).clear();
    if (event.kind === 'node-crashed' && event.forgets) {
      const memory = this.#memory(event.node);
      for (const key of memory.keys()) if (!this.#disk(event.node).has(key)) memory.delete(key);
    }
  }

  has(node: NodeId, key: string): boolean {
    return this.#memory(node).has(key);
  }

  get(node: NodeId, key: string): Item | undefined {
    return this.#memory(node).get(key);
  }

  on(node: NodeId): Item[] {
    return [...this.#memory(node).values()];
  }

  #disk(node: NodeId): Set<string> {
    return this.#onDisk.get(node) ?? new Set();
  }

  #memory(node: NodeId): Map<string, Item> {
    const memory = this.#byNode.get(node) ?? new Map<string, Item>();
    this.#byNode.set(node, memory);
    return memory;
  }
}

export function memoriesAfter<Item>(events: readonly TraceEvent<DomainOf<Item>>[]): NodeMemories<Item> {
  const memories = new NodeMemories<Item>();
  for (const event of events) memories.follow(event);
  return memories;
}

/** Conversations in a server's sessions after these events. */
export function sessionsOn(node: NodeId, events: readonly ClusterEvent[]): Conversation[] {
  return memoriesAfter(events)
    .on(node)
    .flatMap((item) => (item.kind === 'session' ? [item.session.data.conversation ?? {}] : []));
}

/** The trace up to this request's settlement. */
export function upTo(request: RequestId, events: readonly ClusterEvent[]): ClusterEvent[] {
  const end = events.findIndex((event) => event.kind === 'request-settled' && event.request === request);
  if (end < 0) throw new Error(`${request} never settles.`);
  return events.slice(0, end + 1);
}
