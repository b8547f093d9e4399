/**
 * A run's time and its chain of causes: what is still to happen, in order, and what is reported, each event with
 * its number, its moment and the event that brought it about.
 */
import type { Domain, Message, Milestone, NodeId, Outcome, RequestId, TimerName } from './actor.ts';
import { EventQueue } from './event-queue.ts';
import type { ScheduledTimer } from './node.ts';
import { NEVER_US, type ScheduledEvent } from './scheduled-event.ts';
import type { EventId, Sink, TraceEvent } from './trace-event.ts';

export class Timeline<D extends Domain> {
  /** The event whose consequences are being carried out. */
  cause: EventId | null = null;
  /** Whether these are consequences of background work. */
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

  /** Whether anything but background work is still to happen. */
  get hasForeground(): boolean {
    return this.#foreground > 0;
  }

  schedule(scheduled: ScheduledEvent<D>, atUs: number): void {
    if (!scheduled.background) this.#foreground += 1;
    this.#queue.push(scheduled, atUs);
  }

  /** After all else of its instant: whoever gives a command has seen everything that happened until then. */
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

  /** The timer will not go off; it no longer keeps the run going. */
  cancelTimer(timer: ScheduledTimer<D>): void {
    if (timer.dueUs === NEVER_US) return;
    timer.dueUs = NEVER_US;
    if (!timer.background) this.#foreground -= 1;
  }

  /** The next scheduled; what is reported from now on is its consequence. */
  next(): ScheduledEvent<D> | undefined {
    for (;;) {
      const scheduled = this.#queue.pop();
      if (scheduled === undefined) return undefined;
      if (scheduled.kind === 'timer' && !this.#goesOff(scheduled)) continue;
      if (!scheduled.background) this.#foreground -= 1;
      this.cause = scheduled.cause;
      this.isBackground = scheduled.background;
      return scheduled;
    }
  }

  /** Whether the timer that has just left the queue is due. If it was put off, it goes back. */
  #goesOff(timer: ScheduledTimer<D>): boolean {
    const { nowUs } = this.#queue;
    // It was moved to an earlier time than this, and has stood here only because nothing leaves a queue's middle.
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

  // A run has many of the next few. Each is made with all its fields and in a place of its own: an object that grows
  // afterwards, or a place where any may come, costs more than the rest of what the kernel does.

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

  /** Whatever else there is. */
  report(event: Unstamped<TraceEvent<D>>): EventId {
    const id = this.#nextEvent++;
    const { cause, isBackground: background } = this;
    this.#sink.report({ id, atUs: this.#queue.nowUs, cause, background, ...event } as TraceEvent<D>);
    return id;
  }
}

/** A node's few timers are set again and again, and stay; where there are many, their names come and go. */
const TIMERS_KEPT_MAX = 256;

function letGo<D extends Domain>({ node, timer }: ScheduledTimer<D>): void {
  if (node.timers.size > TIMERS_KEPT_MAX) node.timers.delete(timer);
}

/** An event before it is stamped with its number, its time and its cause; the union stays a union. */
type Unstamped<Event> = Event extends unknown ? Omit<Event, 'id' | 'atUs' | 'cause' | 'background'> : never;
