/** Two sinks: one records every event, the other only counts. */
import type { Domain } from './actor.ts';
import type { Sink, TraceEvent, TraceEventKind } from './trace-event.ts';

/** Records the whole trace, for the player. */
export class RecordingSink<D extends Domain> implements Sink<D> {
  readonly events: TraceEvent<D>[] = [];

  report(event: TraceEvent<D>): void {
    this.events.push(event);
  }
}

/** Counts events by kind, in constant memory. */
export class CountingSink implements Sink<Domain> {
  readonly #counts = new Map<TraceEventKind, number>();

  report(event: TraceEvent<Domain>): void {
    this.#counts.set(event.kind, (this.#counts.get(event.kind) ?? 0) + 1);
  }

  count(kind: TraceEventKind): number {
    return this.#counts.get(kind) ?? 0;
  }
}
