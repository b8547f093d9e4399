/**
 * Virtual time and causality of a run: pending events in order, and reported events, each stamped with its ID, time
 * and cause.
 */
import type { Domain, Message, Milestone, NodeId, Outcome, RequestId, TimerName } from './actor.ts';
import { EventQueue } from './event-queue.ts';
import type { ScheduledTimer } from './node.ts';
import { NEVER_US, type ScheduledEvent } from './scheduled-event.ts';
import type { EventId, Sink, TraceEvent } from './trace-event.ts';

export class Timeline<D extends Domain> {
  /** ID of the event whose consequences are running now. */
  cause: EventId | null = null;
  /** Whether the running consequences are background work. */
  isBackground = false;
  readonly #queue = new EventQueue<ScheduledEvent<D>>();
  readonly #sink: Sink<D>;
  #foreground = 0;
  #nextEvent: EventId = 0;

  constructor(sink: Sink<D>) {
    this.#sink = sink;
  }

  get nowUs(): number {
    return this.#queue.nowUs;
  }

  /** Whether any foreground event is still pending. */
  get hasForeground(): boolean {
    return this.#foreground > 0;
  }

  schedule(scheduled: ScheduledEvent<D>, atUs: number): void {
    if (!scheduled.background) this.#foreground += 1;
    this.#queue.push(scheduled, atUs);
  }

  /**
   * Schedules an event after everything else due at the same instant, so a command sees all that happened until then.
   */
  scheduleLast(scheduled: ScheduledEvent<D>, atUs: number): void {
    if (!scheduled.background) this.#foreground += 1;
    this.#queue.pushLast(scheduled, atUs);
  }

  /** Sets a timer, or moves it. */
  setTimer(timer: ScheduledTimer<D>, delayUs: number, isBackground: boolean): void {
    this.cancelTimer(timer);
    timer.dueUs = this.#queue.nowUs + delayUs;
    timer.cause = this.cause;
    timer.background = this.isBackground || isBackground;
    if (!timer.background) this.#foreground += 1;
    if (timer.queuedUs > timer.dueUs) this.#enqueue(timer);
  }

  /** Cancels a timer. It no longer keeps the run going. */
  cancelTimer(timer: ScheduledTimer<D>): void {
    if (timer.dueUs === NEVER_US) return;
    timer.dueUs = NEVER_US;
    if (!timer.background) this.#foreground -= 1;
  }

  /** Number of events that were reported. */
  get reported(): number {
    return this.#nextEvent;
  }

  /**
   * Removes and returns the next pending event. Events reported from now on are its consequences.
   *
   * @param beforeUs Only what is due before this time.
   */
  next(beforeUs = Number.POSITIVE_INFINITY): ScheduledEvent<D> | undefined {
    for (;;) {
      if (beforeUs < Number.POSITIVE_INFINITY && this.#queue.nextUs >= beforeUs) return undefined;
      const scheduled = this.#queue.pop();
      if (scheduled === undefined) return undefined;
      if (scheduled.kind === 'timer' && !this.#goesOff(scheduled)) continue;
      if (!scheduled.background) this.#foreground -= 1;
      this.cause = scheduled.cause;
      this.isBackground = scheduled.background;
      return scheduled;
    }
  }

  /** Whether the timer that just left the queue is due. A timer that was put off is queued again. */
  #goesOff(timer: ScheduledTimer<D>): boolean {
    const { nowUs } = this.#queue;
    // A stale entry: the timer was moved to an earlier time, and the queue can't remove entries from its middle.
    if (timer.queuedUs !== nowUs) return false;
    timer.queuedUs = NEVER_US;
    const isDue = timer.dueUs === nowUs;
    if (!isDue && timer.dueUs !== NEVER_US) {
      this.#enqueue(timer);
      return false;
    }
    timer.dueUs = NEVER_US;
    letGo(timer);
    return isDue;
  }

  #enqueue(timer: ScheduledTimer<D>): void {
    timer.queuedUs = timer.dueUs;
    this.#queue.push(timer, timer.dueUs);
  }

  // Hot path. Each event type is built with all its fields at its own call site, so engines keep one hidden class and
  // monomorphic inline caches. Anything else costs more than the rest of the kernel.

  reportMessage(kind: 'message-sent' | 'message-delivered', message: Message<D['body']>): EventId {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, kind, message });
    return id;
  }

  reportTimer(node: NodeId, timer: TimerName): EventId {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, kind: 'timer-fired', node, timer });
    return id;
  }

  reportMilestone(request: RequestId, milestone: Milestone): void {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    const kind = 'request-reached';
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, kind, request, milestone });
  }

  reportOutcome(request: RequestId, outcome: Outcome): void {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    const kind = 'request-settled';
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, kind, request, outcome });
  }

  /** Reports any other kind of event. */
  report(event: Unstamped<TraceEvent<D>>): EventId {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, ...event } as TraceEvent<D>);
    return id;
  }
}

/**
 * Cancelled timers kept for reuse. A node with few timer names sets them again and again; above this limit, cancelled
 * timers are dropped.
 */
const TIMERS_KEPT_MAX = 256;

function letGo<D extends Domain>({ node, timer }: ScheduledTimer<D>): void {
  if (node.timers.size > TIMERS_KEPT_MAX) node.timers.delete(timer);
}

/** An event before it's stamped with ID, time and cause. The conditional type distributes over the union. */
type Unstamped<Event> = Event extends unknown ? Omit<Event, 'id' | 'atUs' | 'cause' | 'background'> : never;
