/** Expresses an event's time relative to the landmark before it, as commands do. */
import { CLIENT, type ClusterEvent, requestId } from '../simulation/cluster.ts';
import type { Milestone, RequestId } from '../simulation/kernel/actor.ts';
import type { Moment } from '../simulation/kernel/command.ts';

/** A milestone that a request has reached. */
export interface Landmark {
  readonly request: RequestId;
  readonly at: Milestone;
}

interface PlacedLandmark extends Landmark {
  readonly event: number;
  readonly atUs: number;
  /**
   * Whether commands can be relative to it. A request that settles counts as arrived for them, so its arrival after that
   * is none.
   */
  readonly isForCommands: boolean;
}

export class LandmarkClock {
  #events: readonly ClusterEvent[] = [];
  readonly #landmarks: PlacedLandmark[] = [];
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
      this.#seen.add(name);
      const isForCommands = at !== 'arrived' || !this.#seen.has(`${request} answered`);
      this.#landmarks.push({ request, at, event: this.#next, atUs, isForCommands });
    }
  }

  /** Whether there's none yet. */
  get isEmpty(): boolean {
    return this.#landmarks.length === 0;
  }

  /** The last landmark up to an event, late arrivals included. Before the first request it's the first one. */
  landmarkOf(event: number): Landmark {
    const { request, at } = this.#landmarks[this.#countUpTo(event) - 1] ?? this.momentOf(event);
    return { request, at };
  }

  /** Before the first request there's no landmark, so commands wait for it. */
  momentOf(event: number): Moment {
    const landmark = this.#lastForCommands(event);
    const atUs = this.#events[event]?.atUs;
    if (atUs === undefined) throw new Error(`The trace has no event ${event}.`);
    if (landmark === undefined) {
      const first = this.#landmarks[0]?.request ?? requestId(CLIENT, 1);
      return { request: first, at: 'sent', offsetUs: 0 };
    }
    return { request: landmark.request, at: landmark.at, offsetUs: atUs - landmark.atUs };
  }

  #lastForCommands(event: number): PlacedLandmark | undefined {
    let index = this.#countUpTo(event) - 1;
    while (this.#landmarks[index]?.isForCommands === false) index -= 1;
    return this.#landmarks[index];
  }

  #countUpTo(event: number): number {
    let low = 0;
    let high = this.#landmarks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#landmarks[middle]?.event ?? 0) <= event) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
