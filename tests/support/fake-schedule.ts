/** Wall time for the playback clock, moved by hand. */
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

  /** The delays that are being waited for, in milliseconds. */
  get waiting(): number[] {
    return [...this.#waiting].map(({ delayMs }) => delayMs);
  }

  /** Lets the one delay that is waited for pass, and returns it. */
  pass(): number {
    const [next, ...more] = this.#waiting;
    if (next === undefined) throw new Error('Nothing is waited for.');
    if (more.length > 0) throw new Error(`${more.length + 1} things are waited for.`);
    this.#waiting.delete(next);
    next.callback();
    return next.delayMs;
  }
}
