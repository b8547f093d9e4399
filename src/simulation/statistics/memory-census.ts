/**
 * Memory use of a cluster's machines, computed from the run's events. Clients are left out, since their memory isn't the
 * cluster's, and so is the database, because its rows aren't user state.
 */
import { type ClusterEvent, DATABASE, isClient } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { bytesInMemory, type MemoryItem } from '../memory.ts';

interface NodeUsage {
  readonly items: Map<string, MemoryItem>;
  readonly onDisk: Set<string>;
}

export interface MemoryUse {
  readonly items: number;
  readonly bytes: number;
}

export class MemoryCensus {
  readonly #usages = new Map<NodeId, NodeUsage>();

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'remembered':
        this.#remember(event.node, event.key, event.item, event.durable);
        return;
      case 'forgot': {
        const usage = this.#usages.get(event.node);
        usage?.items.delete(event.key);
        usage?.onDisk.delete(event.key);
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

  /** Memory use of each node that remembers anything, in bytes as stored. */
  memoryByNode(): ReadonlyMap<NodeId, MemoryUse> {
    const uses = [...this.#usages].map(([node, { items }]): [NodeId, MemoryUse] => {
      let bytes = 0;
      for (const item of items.values()) bytes += bytesInMemory(item);
      return [node, { items: items.size, bytes }];
    });
    return new Map(uses.filter(([, { items }]) => items > 0));
  }

  #remember(node: NodeId, key: string, item: MemoryItem, isDurable: boolean): void {
    if (node === DATABASE || isClient(node)) return;
    let usage = this.#usages.get(node);
    if (usage === undefined) {
      usage = { items: new Map(), onDisk: new Set() };
      this.#usages.set(node, usage);
    }
    usage.items.set(key, item);
    if (isDurable) usage.onDisk.add(key);
  }

  #empty(node: NodeId, { keepsDisk }: { readonly keepsDisk: boolean }): void {
    const usage = this.#usages.get(node);
    if (usage === undefined) return;
    for (const key of usage.items.keys()) {
      if (keepsDisk && usage.onDisk.has(key)) continue;
      usage.items.delete(key);
      usage.onDisk.delete(key);
    }
  }
}
