/**
 * A run's time and its chain of causes: what is still to happen, in order, and what is reported, each event with
 * its number, its moment and the event that brought it about.
 */
import type { Domain } from './actor.ts';
import { EventQueue } from './event-queue.ts';
import type { Happening } from './happening.ts';
import type { EventId, Sink, TraceEvent } from './trace-event.ts';

export class Timeline<D extends Domain> {
  /** The event whose consequences are being carried out. */
  cause: EventId | null = null;
  /** Whether these are consequences of background work. */
  isBackground = false;
  readonly #queue = new EventQueue<Happening<D['body'], D['instruction']>>();
  readonly #sink: Sink<D>;
  #foreground = 0;
  #nextEvent: EventId = 0;

  constructor(sink: Sink<D>) {
    this.#sink = sink;
  }

  get nowUs(): number {
    return this.#queue.nowUs;
  }

  /** Whether anything but background work is still to happen. */
  get hasForeground(): boolean {
    return this.#foreground > 0;
  }

  schedule(happening: Happening<D['body'], D['instruction']>, atUs: number): void {
    if (!happening.background) this.#foreground += 1;
    this.#queue.push(happening, atUs);
  }

  /** After all else of its instant: whoever gives a command has seen everything that happened until then. */
  scheduleLast(happening: Happening<D['body'], D['instruction']>, atUs: number): void {
    if (!happening.background) this.#foreground += 1;
    this.#queue.pushLast(happening, atUs);
  }

  /** A happening that was scheduled will not happen; it no longer keeps the run going. */
  callOff(happening: Happening<D['body'], D['instruction']>): void {
    if (!happening.background) this.#foreground -= 1;
  }

  /** The next happening; what is reported from now on is its consequence. */
  next(): Happening<D['body'], D['instruction']> | undefined {
    const happening = this.#queue.pop();
    if (happening === undefined) return undefined;
    const isCalledOff = happening.kind === 'timer' && happening.isCancelled;
    if (!happening.background && !isCalledOff) this.#foreground -= 1;
    this.cause = happening.cause;
    this.isBackground = happening.background;
    return happening;
  }

  report(event: Unstamped<TraceEvent<D>>): EventId {
    const id = this.#nextEvent++;
    const stamped = event as Stamping<TraceEvent<D>>;
    stamped.id = id;
    stamped.atUs = this.#queue.nowUs;
    stamped.cause = this.cause;
    stamped.background = this.isBackground;
    this.#sink.report(stamped as TraceEvent<D>);
    return id;
  }
}

/** An event before it is stamped with its number, its time and its cause; the union stays a union. */
type Unstamped<Event> = Event extends unknown ? Omit<Event, 'id' | 'atUs' | 'cause' | 'background'> : never;

type Stamping<Event> = { -readonly [Key in keyof Event]: Event[Key] };
