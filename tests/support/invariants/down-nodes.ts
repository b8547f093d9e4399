/** Which nodes are down, told from the events alone. */
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { AnyEvent } from './checker.ts';

export class DownNodes {
  readonly #up = new Set<NodeId>();

  follow(event: AnyEvent): void {
    if (event.kind === 'node-started') this.#up.add(event.node);
    if (event.kind === 'node-crashed' || event.kind === 'node-left') this.#up.delete(event.node);
  }

  /** True also of a node that was never started. */
  has(node: NodeId): boolean {
    return !this.#up.has(node);
  }
}
