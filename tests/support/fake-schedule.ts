/** Wall time for the playback clock, advanced by hand. */
import type { Schedule } from '../../src/player/playback-clock.ts';

interface Appointment {
  readonly callback: () => void;
  readonly delayMs: number;
}

export class FakeSchedule {
  readonly #waiting = new Set<Appointment>();

  readonly schedule: Schedule = (callback, delayMs) => {
    const appointment = { callback, delayMs };
    this.#waiting.add(appointment);
    return () => this.#waiting.delete(appointment);
  };

  /** Pending delays, in milliseconds. */
  get waiting(): number[] {
    return [...this.#waiting].map(({ delayMs }) => delayMs);
  }

  /** Completes the only pending delay, and returns it. */
  pass(): number {
    const [next, ...more] = this.#waiting;
    if (next === undefined) throw new Error('No delay is pending.');
    if (more.length > 0) throw new Error(`${more.length + 1} delays are pending.`);
    this.#waiting.delete(next);
    next.callback();
    return next.delayMs;
  }
}
