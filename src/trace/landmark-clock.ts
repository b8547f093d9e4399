/** Tells the moment of an event by the landmark before it, as commands do. */
import type { ClusterEvent } from '../simulation/cluster.ts';
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
      // A request that is tried on a second server arrives twice; commands count the first time.
      const name = `${request} ${at}`;
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ request, at, event: index, atUs }];
    });
  }

  /** @throws Error for an event before the first request: nothing can be commanded there. */
  momentOf(event: number): Moment {
    const landmark = this.#lastUpTo(event);
    const atUs = this.#events[event]?.atUs;
    if (landmark === undefined || atUs === undefined) throw new Error(`Event ${event} follows no landmark.`);
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
