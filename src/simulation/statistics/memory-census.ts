/**
 * What the machines of a cluster remember now, and how many sessions were lost, followed through a run by its events.
 * Clients are left out, since their memory is not the cluster's, and so is the database, whose rows are no session.
 */
import { type ClusterEvent, DATABASE, isClient } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { bytesInMemory, type MemoryItem, sessionIn } from '../memory.ts';

interface Shelf {
  readonly items: Map<string, MemoryItem>;
  readonly onDisk: Set<string>;
}

export interface MemoryUse {
  readonly items: number;
  readonly bytes: number;
}

export class MemoryCensus {
  readonly #shelves = new Map<NodeId, Shelf>();
  #sessionsLost = 0;

  /** Sessions of which a crash, or a machine that left, took the last copy. */
  get sessionsLost(): number {
    return this.#sessionsLost;
  }

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'remembered':
        this.#remember(event.node, event.key, event.item, event.durable);
        return;
      case 'forgot': {
        const shelf = this.#shelves.get(event.node);
        shelf?.items.delete(event.key);
        shelf?.onDisk.delete(event.key);
        return;
      }
      case 'node-crashed':
        if (event.forgets) this.#empty(event.node, { keepsDisk: true });
        return;
      case 'node-left':
        this.#empty(event.node, { keepsDisk: false });
        return;
      default:
        return;
    }
  }

  /** Those that remember anything; weighed as it would be stored. */
  memoryByNode(): ReadonlyMap<NodeId, MemoryUse> {
    const uses = [...this.#shelves].map(([node, { items }]): [NodeId, MemoryUse] => {
      let bytes = 0;
      for (const item of items.values()) bytes += bytesInMemory(item);
      return [node, { items: items.size, bytes }];
    });
    return new Map(uses.filter(([, { items }]) => items > 0));
  }

  #remember(node: NodeId, key: string, item: MemoryItem, isDurable: boolean): void {
    if (node === DATABASE || isClient(node)) return;
    let shelf = this.#shelves.get(node);
    if (shelf === undefined) {
      shelf = { items: new Map(), onDisk: new Set() };
      this.#shelves.set(node, shelf);
    }
    shelf.items.set(key, item);
    if (isDurable) shelf.onDisk.add(key);
  }

  #empty(node: NodeId, { keepsDisk }: { readonly keepsDisk: boolean }): void {
    const shelf = this.#shelves.get(node);
    if (shelf === undefined) return;
    for (const [key, item] of shelf.items) {
      if (keepsDisk && shelf.onDisk.has(key)) continue;
      shelf.items.delete(key);
      shelf.onDisk.delete(key);
      if (sessionIn(item) !== null && !this.#isKept(key)) this.#sessionsLost += 1;
    }
  }

  #isKept(key: string): boolean {
    for (const { items } of this.#shelves.values()) if (items.has(key)) return true;
    return false;
  }
}
