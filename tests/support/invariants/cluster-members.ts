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
  #isFrozen = false;
  #thawedAtUs = -1;
  /** Changes of the servers that a frozen load balancer will hear of, each in its turn among all that waits. */
  readonly #unheard: ClusterEvent[] = [];

  /**
   * @param servers Number of servers at the start.
   * @param noticedAfterUs From a server's removal until the load balancer learns of it.
   */
  constructor(servers: number, noticedAfterUs: number) {
    this.#noticedAfterUs = noticedAfterUs;
    this.#members = new Set(Array.from({ length: servers }, (_, index) => `server-${index + 1}`));
  }

  follow(event: ClusterEvent): void {
    if (this.#unheard.length > 0) this.#hearBefore(event);
    if (this.#unnoticed.size > 0) this.#notice(event);
    switch (event.kind) {
      case 'node-frozen':
        if (event.node === LOAD_BALANCER) this.#isFrozen = this.#wasFrozen = true;
        return;
      case 'node-thawed':
        if (event.node !== LOAD_BALANCER) return;
        this.#isFrozen = false;
        this.#thawedAtUs = event.atUs;
        return;
      case 'node-started':
        if (event.node === LOAD_BALANCER) this.#isUp = true;
        return;
      case 'node-crashed':
        if (event.node !== LOAD_BALANCER) return;
        this.#isUp = this.#isFrozen = this.#wasFrozen = false;
        for (const each of this.#unheard.splice(0)) if (each.kind !== 'node-draining') this.#hear(each);
        this.#down.clear();
        // It starts again with the servers that are there. Nobody tells it again that one drains.
        for (const what of this.#unnoticed.keys()) if (what.startsWith('removed')) this.#learn(what);
        this.#unnoticed.clear();
        return;
      case 'node-joined':
      case 'node-left':
      case 'node-draining':
        if (this.#isFrozen) this.#unheard.push(event);
        else this.#hear(event);
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

  /** What came before an input of the load balancer is known when it handles that input. */
  #hearBefore(event: ClusterEvent): void {
    if (this.#isFrozen) return;
    const isOwn =
      ('node' in event && event.node === LOAD_BALANCER) ||
      (event.kind === 'message-sent' && event.message.from === LOAD_BALANCER);
    const isOver = event.atUs > this.#thawedAtUs;
    const until = isOver ? Number.POSITIVE_INFINITY : isOwn ? (event.cause ?? -1) : -1;
    while ((this.#unheard[0]?.id ?? Number.POSITIVE_INFINITY) <= until) {
      const next = this.#unheard.shift();
      if (next !== undefined) this.#hear({ ...next, atUs: this.#thawedAtUs });
    }
  }

  #hear(event: ClusterEvent): void {
    switch (event.kind) {
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
