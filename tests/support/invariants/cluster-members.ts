/** What a load balancer knows of its servers: which exist, which drain, and which fail their checks. */
import { type ClusterEvent, isServer, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';

export class Cluster {
  readonly #members: Set<NodeId>;
  /** Persisted by the load balancer, so a restart doesn't change it. */
  readonly #draining = new Set<NodeId>();
  /** Marks in its memory only, by key: after failed checks, and after failed requests. */
  readonly #down = new Set<string>();
  /** Closed by an operator: to newcomers, or to everybody. */
  readonly #closed = new Map<NodeId, 'newcomers' | 'everybody'>();
  readonly #noticedAfterUs: number;
  /** Servers that drain or have left, until the load balancer learns of it. */
  readonly #unnoticed = new Map<string, number>();
  #isUp = false;
  /** A frozen load balancer learns of everything later. */
  #wasFrozen = false;

  /**
   * @param servers Number of servers at the start.
   * @param noticedAfterUs From a server's removal until the load balancer learns of it.
   */
  constructor(servers: number, noticedAfterUs: number) {
    this.#noticedAfterUs = noticedAfterUs;
    this.#members = new Set(Array.from({ length: servers }, (_, index) => `server-${index + 1}`));
  }

  follow(event: ClusterEvent): void {
    if (this.#unnoticed.size > 0) this.#notice(event);
    switch (event.kind) {
      case 'node-frozen':
        if (event.node === LOAD_BALANCER) this.#wasFrozen = true;
        return;
      case 'node-started':
        if (event.node === LOAD_BALANCER) this.#isUp = true;
        return;
      case 'node-crashed':
        if (event.node !== LOAD_BALANCER) return;
        this.#isUp = false;
        this.#wasFrozen = false;
        this.#down.clear();
        // It starts again with the servers that are there. Nobody tells it again that one drains.
        for (const what of this.#unnoticed.keys()) if (what.startsWith('removed')) this.#learn(what);
        this.#unnoticed.clear();
        return;
      case 'node-joined':
        this.#members.add(event.node);
        this.#unnoticed.delete(`removed ${event.node}`);
        this.#unnoticed.delete(`drained ${event.node}`);
        this.#closed.delete(event.node);
        this.#draining.delete(event.node);
        this.#forgetMarks(event.node);
        return;
      case 'node-left':
        if (isServer(event.node)) this.#tell(`removed ${event.node}`, event.atUs);
        return;
      case 'node-draining':
        if (isServer(event.node) && this.#isUp) this.#tell(`drained ${event.node}`, event.atUs);
        return;
      case 'remembered':
        if (event.node === LOAD_BALANCER && event.item.kind === 'server-down') this.#down.add(event.key);
        if (event.node === LOAD_BALANCER && event.item.kind === 'server-closed')
          this.#closed.set(event.item.server, event.item.to);
        return;
      case 'forgot':
        if (event.node === LOAD_BALANCER) this.#closed.delete(event.key.replace('closed ', ''));
        if (event.node === LOAD_BALANCER) this.#down.delete(event.key);
        return;
      default:
    }
  }

  #tell(what: string, atUs: number): void {
    if (this.#noticedAfterUs === 0 || !this.#isUp) this.#learn(what);
    else this.#unnoticed.set(what, atUs + this.#noticedAfterUs);
  }

  #notice(event: ClusterEvent): void {
    if (
      event.kind === 'timer-fired' &&
      event.node === LOAD_BALANCER &&
      this.#unnoticed.has(String(event.timer))
    )
      this.#learn(String(event.timer));
    if (this.#wasFrozen) return;
    for (const [what, dueUs] of this.#unnoticed) if (event.atUs > dueUs) this.#learn(what);
  }

  #learn(what: string): void {
    this.#unnoticed.delete(what);
    const [how, server = ''] = what.split(' ');
    if (how === 'drained') {
      // It can have left meanwhile.
      if (this.#members.has(server) && !this.#unnoticed.has(`removed ${server}`)) this.#draining.add(server);
      return;
    }
    this.#members.delete(server);
    this.#draining.delete(server);
    this.#forgetMarks(server);
    this.#closed.delete(server);
  }

  #forgetMarks(server: NodeId): void {
    this.#down.delete(`down ${server}`);
    this.#down.delete(`rests ${server}`);
  }

  /** In the order of their numbers. */
  get members(): readonly NodeId[] {
    return [...this.#members].sort((one, other) => numberOf(one) - numberOf(other));
  }

  /** The servers that may get a request of a client that is bound to them. */
  get open(): readonly NodeId[] {
    return this.members.filter(
      (server) =>
        !this.#draining.has(server) && !this.isDown(server) && this.#closed.get(server) !== 'everybody',
    );
  }

  /** Those that may get any request. */
  get openToNewcomers(): readonly NodeId[] {
    return this.open.filter((server) => !this.#closed.has(server));
  }

  /** Whether the load balancer has marked it down. */
  isDown(server: NodeId): boolean {
    return this.#down.has(`down ${server}`) || this.#down.has(`rests ${server}`);
  }
}

function numberOf(server: NodeId): number {
  return Number(server.slice('server-'.length));
}
