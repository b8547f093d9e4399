/** The two sinks: one keeps every event, the other only sums. */
import type { Sink, TraceEvent, TraceEventKind } from './trace-event.ts';

/** Keeps the whole trace, for the player. */
export class RecordingSink<Body, Item> implements Sink<Body, Item> {
  readonly events: TraceEvent<Body, Item>[] = [];

  report(event: TraceEvent<Body, Item>): void {
    this.events.push(event);
  }
}

/** Keeps a count of each kind of event, in memory that does not grow with the run. */
export class CountingSink implements Sink<unknown, unknown> {
  readonly #counts = new Map<TraceEventKind, number>();

  report(event: TraceEvent<unknown, unknown>): void {
    this.#counts.set(event.kind, (this.#counts.get(event.kind) ?? 0) + 1);
  }

  count(kind: TraceEventKind): number {
    return this.#counts.get(kind) ?? 0;
  }
}
