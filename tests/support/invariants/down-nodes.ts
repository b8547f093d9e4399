/** Tracks which nodes are down, from the events alone. */
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { AnyEvent } from './checker.ts';

export class DownNodes {
  readonly #up = new Set<NodeId>();

  follow(event: AnyEvent): void {
    if (event.kind === 'node-started') this.#up.add(event.node);
    if (event.kind === 'node-crashed' || event.kind === 'node-left') this.#up.delete(event.node);
  }

  /** Also true for a node that was never started. */
  has(node: NodeId): boolean {
    return !this.#up.has(node);
  }
}
