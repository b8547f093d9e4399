/** What every node remembers, followed through a trace by its events alone. */
import type { Conversation } from '../../src/simulation/applications/shop.ts';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import type { Domain, NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { TraceEvent } from '../../src/simulation/kernel/trace-event.ts';

type DomainOf<Item> = Domain & { readonly item: Item };

export class Shelves<Item> {
  readonly #byNode = new Map<NodeId, Map<string, Item>>();
  readonly #onDisk = new Map<NodeId, Set<string>>();

  follow(event: TraceEvent<DomainOf<Item>>): void {
    if (event.kind === 'remembered') {
      this.#shelf(event.node).set(event.key, event.item);
      if (event.durable) this.#onDisk.set(event.node, this.#disk(event.node).add(event.key));
    }
    if (event.kind === 'forgot') this.#shelf(event.node).delete(event.key);
    if (event.kind === 'node-left') this.#shelf(event.node).clear();
    if (event.kind === 'node-crashed' && event.forgets) {
      const shelf = this.#shelf(event.node);
      for (const key of shelf.keys()) if (!this.#disk(event.node).has(key)) shelf.delete(key);
    }
  }

  has(node: NodeId, key: string): boolean {
    return this.#shelf(node).has(key);
  }

  on(node: NodeId): Item[] {
    return [...this.#shelf(node).values()];
  }

  #disk(node: NodeId): Set<string> {
    return this.#onDisk.get(node) ?? new Set();
  }

  #shelf(node: NodeId): Map<string, Item> {
    const shelf = this.#byNode.get(node) ?? new Map<string, Item>();
    this.#byNode.set(node, shelf);
    return shelf;
  }
}

export function shelvesAfter<Item>(events: readonly TraceEvent<DomainOf<Item>>[]): Shelves<Item> {
  const shelves = new Shelves<Item>();
  for (const event of events) shelves.follow(event);
  return shelves;
}

/** The conversations that a server keeps in sessions after these events. */
export function sessionsOn(node: NodeId, events: readonly ClusterEvent[]): Conversation[] {
  return shelvesAfter(events)
    .on(node)
    .flatMap((item) => (item.kind === 'session' ? [item.session.data.conversation ?? {}] : []));
}

/** The trace up to the end of this request. */
export function upTo(request: RequestId, events: readonly ClusterEvent[]): ClusterEvent[] {
  const end = events.findIndex((event) => event.kind === 'request-settled' && event.request === request);
  if (end < 0) throw new Error(`${request} never settled.`);
  return events.slice(0, end + 1);
}
