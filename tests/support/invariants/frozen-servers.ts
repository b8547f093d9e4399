/** Requests that have reached a frozen server count as arrived when its process reads them. */
import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpEvent } from './http-traffic.ts';

export class FrozenServers {
  readonly #frozen = new Set<NodeId>();
  readonly #held = new Map<number, HttpEvent[]>();
  /** When a process last continued. What it hasn't read by then counts as arrived: nothing may wait any longer. */
  #thawedAtUs: number | null = null;

  /** @returns The requests that this event shows to be read, before it happens. */
  follow(event: ClusterEvent): readonly HttpEvent[] {
    if (event.kind === 'node-frozen') this.#frozen.add(event.node);
    const overdue = this.#overdue(event);
    if (event.kind === 'node-thawed') {
      this.#frozen.delete(event.node);
      this.#thawedAtUs = event.atUs;
    }
    if (event.kind === 'node-crashed' && this.#frozen.delete(event.node)) this.#forget(event.node);
    if (event.cause === null || this.#held.size === 0 || overdue.length > 0) return overdue;
    const server = 'node' in event ? event.node : null;
    if (server !== null && this.#frozen.has(server)) return [];
    const read = this.#held.get(event.cause) ?? [];
    // The operating system's own segments don't show that the process has read anything.
    if (read.some((each) => each.server !== null && this.#frozen.has(each.server))) return [];
    this.#held.delete(event.cause);
    return read.map((each) => ({ ...each, atUs: event.atUs }));
  }

  #overdue(event: ClusterEvent): readonly HttpEvent[] {
    const atUs = this.#thawedAtUs;
    if (atUs === null || event.atUs <= atUs) return [];
    this.#thawedAtUs = null;
    const found: HttpEvent[] = [];
    for (const [arrival, held] of this.#held) {
      if (held.some((each) => each.server !== null && this.#frozen.has(each.server))) continue;
      this.#held.delete(arrival);
      found.push(...held.map((each) => ({ ...each, atUs })));
    }
    return found;
  }

  /** @returns Whether the request waits in front of a frozen process. */
  hold(http: HttpEvent, event: ClusterEvent): boolean {
    if (http.kind !== 'request-arrived' || http.server === null || !this.#frozen.has(http.server))
      return false;
    // Over TCP, the connection that has received it is written after the segment that completes it.
    const arrival = event.kind === 'message-delivered' ? event.id : (event.cause ?? event.id);
    this.#held.set(arrival, [...(this.#held.get(arrival) ?? []), http]);
    return true;
  }

  #forget(server: NodeId): void {
    for (const [event, held] of this.#held) {
      if (held.some((each) => each.server === server)) this.#held.delete(event);
    }
  }
}
