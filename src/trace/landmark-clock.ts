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
  readonly #events: readonly ClusterEvent[];
  readonly #landmarks: readonly Landmark[];

  constructor(events: readonly ClusterEvent[]) {
    const seen = new Set<string>();
    this.#events = events;
    this.#landmarks = events.flatMap((event, index) => {
      if (event.kind !== 'request-reached') return [];
      const { request, milestone: at, atUs } = event;
      // A request retried on a second server arrives twice; commands count the first arrival.
      const name = `${request} ${at}`;
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ request, at, event: index, atUs }];
    });
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
