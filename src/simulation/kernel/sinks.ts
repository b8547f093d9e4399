/** The two sinks: one keeps every event, the other only sums. */
import type { Domain } from './actor.ts';
import type { Sink, TraceEvent, TraceEventKind } from './trace-event.ts';

/** Keeps the whole trace, for the player. */
export class RecordingSink<D extends Domain> implements Sink<D> {
  readonly events: TraceEvent<D>[] = [];

  report(event: TraceEvent<D>): void {
    this.events.push(event);
  }
}

/** Keeps a count of each kind of event, in memory that does not grow with the run. */
export class CountingSink implements Sink<Domain> {
  readonly #counts = new Map<TraceEventKind, number>();

  report(event: TraceEvent<Domain>): void {
    this.#counts.set(event.kind, (this.#counts.get(event.kind) ?? 0) + 1);
  }

  count(kind: TraceEventKind): number {
    return this.#counts.get(kind) ?? 0;
  }
}
