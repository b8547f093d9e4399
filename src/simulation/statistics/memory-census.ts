/**
 * What the machines of a cluster remember now, and how many sessions were lost, followed through a run by its events.
 * Clients are left out, since their memory is not the cluster's, and so is the database, whose rows are no session.
 */
import { type ClusterEvent, DATABASE, isClient } from '../cluster.ts';
import type { NodeId } from '../kernel/actor.ts';
import { bytesInMemory, type MemoryItem, sessionIn } from '../memory.ts';

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

  /** Those that remember anything; weighed as it would be stored. */
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
    for (const [key, item] of usage.items) {
      if (keepsDisk && usage.onDisk.has(key)) continue;
      usage.items.delete(key);
      usage.onDisk.delete(key);
      if (sessionIn(item) !== null && !this.#isKept(key)) this.#sessionsLost += 1;
    }
  }

  #isKept(key: string): boolean {
    for (const { items } of this.#usages.values()) if (items.has(key)) return true;
    return false;
  }
}
