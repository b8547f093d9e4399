/** Expresses an event's time relative to the landmark before it, as commands do. */
import { CLIENT, type ClusterEvent, requestId } from '../simulation/cluster.ts';
import type { Milestone, RequestId } from '../simulation/kernel/actor.ts';
import type { Moment } from '../simulation/kernel/command.ts';

interface Landmark {
  readonly request: RequestId;
  readonly at: Milestone;
  readonly event: number;
  readonly atUs: number;
}

export class LandmarkClock {
  #events: readonly ClusterEvent[] = [];
  readonly #landmarks: Landmark[] = [];
  readonly #seen = new Set<string>();
  #next = 0;

  constructor(events: readonly ClusterEvent[] = []) {
    this.readUpTo(events.length, events);
  }

  /**
   * Reads on, up to an event, exclusive.
   *
   * @param events The trace: the same as before up to where it has been read.
   */
  readUpTo(end: number, events: readonly ClusterEvent[]): void {
    this.#events = events;
    for (; this.#next < end; this.#next += 1) {
      const event = events[this.#next];
      if (event?.kind !== 'request-reached') continue;
      const { request, milestone: at, atUs } = event;
      // A request retried on a second server arrives twice; commands count the first arrival.
      const name = `${request} ${at}`;
      if (this.#seen.has(name)) continue;
      // A request that its client has given up can still arrive. It counts as arrived since then.
      if (at === 'arrived' && this.#seen.has(`${request} answered`)) continue;
      this.#seen.add(name);
      this.#landmarks.push({ request, at, event: this.#next, atUs });
    }
  }

  /** Whether there's none yet. */
  get isEmpty(): boolean {
    return this.#landmarks.length === 0;
  }

  /** Before the first request there's no landmark, so commands wait for it. */
  momentOf(event: number): Moment {
    const landmark = this.#lastUpTo(event);
    const atUs = this.#events[event]?.atUs;
    if (atUs === undefined) throw new Error(`The trace has no event ${event}.`);
    if (landmark === undefined) {
      const first = this.#landmarks[0]?.request ?? requestId(CLIENT, 1);
      return { request: first, at: 'sent', offsetUs: 0 };
    }
    return { request: landmark.request, at: landmark.at, offsetUs: atUs - landmark.atUs };
  }

  #lastUpTo(event: number): Landmark | undefined {
    let low = 0;
    let high = this.#landmarks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#landmarks[middle]?.event ?? 0) <= event) low = middle + 1;
      else high = middle;
    }
    return this.#landmarks[low - 1];
  }
}
