/** What a load balancer knows of its servers: which exist, which drain, and which fail their checks. */
import { type ClusterEvent, isServer, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';

export class Cluster {
  readonly #members: Set<NodeId>;
  /** Persisted by the load balancer, so a restart doesn't change it. */
  readonly #draining = new Set<NodeId>();
  /** In its memory only. */
  readonly #down = new Set<NodeId>();
  #isUp = false;

  /** @param servers Number of servers at the start. */
  constructor(servers: number) {
    this.#members = new Set(Array.from({ length: servers }, (_, index) => `server-${index + 1}`));
  }

  follow(event: ClusterEvent): void {
    switch (event.kind) {
      case 'node-started':
        if (event.node === LOAD_BALANCER) this.#isUp = true;
        return;
      case 'node-crashed':
        if (event.node !== LOAD_BALANCER) return;
        this.#isUp = false;
        this.#down.clear();
        return;
      case 'node-joined':
        this.#members.add(event.node);
        this.#draining.delete(event.node);
        this.#down.delete(event.node);
        return;
      case 'node-left':
        this.#members.delete(event.node);
        this.#draining.delete(event.node);
        this.#down.delete(event.node);
        return;
      case 'node-draining':
        if (isServer(event.node) && this.#isUp) this.#draining.add(event.node);
        return;
      case 'remembered':
        if (event.node === LOAD_BALANCER && event.item.kind === 'server-down')
          this.#down.add(event.item.server);
        return;
      case 'forgot':
        if (event.node === LOAD_BALANCER) this.#down.delete(event.key.replace('down ', ''));
        return;
      default:
    }
  }

  /** In the order of their numbers. */
  get members(): readonly NodeId[] {
    return [...this.#members].sort((one, other) => numberOf(one) - numberOf(other));
  }

  /** The servers that may get a new request. */
  get open(): readonly NodeId[] {
    return this.members.filter((server) => !this.#draining.has(server) && !this.#down.has(server));
  }
}

function numberOf(server: NodeId): number {
  return Number(server.slice('server-'.length));
}
