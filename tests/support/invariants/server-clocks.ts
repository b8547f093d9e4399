/** The servers' clocks, which a scenario or an operator can set wrong, from the events alone. */
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';

export class ServerClocks {
  readonly #offsets = new Map<NodeId, number>();
  #earliest = 0;
  #latest = 0;

  see(event: ClusterEvent): void {
    if (event.kind === 'node-left') this.#offsets.delete(event.node);
    if (event.kind !== 'remembered' || event.item.kind !== 'clock') return;
    const { offsetUs } = event.item;
    this.#offsets.set(event.node, offsetUs);
    this.#earliest = Math.min(this.#earliest, offsetUs);
    this.#latest = Math.max(this.#latest, offsetUs);
  }

  /** How far this server's clock is ahead. */
  offsetOf(node: NodeId): number {
    return this.#offsets.get(node) ?? 0;
  }

  /** The most that two clocks have differed so far. */
  get spreadUs(): number {
    return this.#latest - this.#earliest;
  }
}
