/**
 * Splits a trace into steps. A step shows one thing: a message and what it changed, a command, or another visible
 * event.
 */
import { type ClusterEvent, isClient, isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Moment } from '../simulation/kernel/command.ts';
import { type Landmark, LandmarkClock } from './landmark-clock.ts';
import {
  type Detail,
  type ShownCommand,
  type ShownMessage,
  type ShownOccurrence,
  type VisibleEvent,
  VisibleEventReader,
} from './visible-events.ts';

interface StepFrame {
  /** Equal for the same step under another strategy or at another level of detail. */
  readonly key: string;
  /** Index of the last event that has happened when this step is shown. */
  readonly lastEvent: number;
  /** Index of the event with which it begins: the departure of its message. */
  readonly start: number;
  /** Index of the event that this step is about: the arrival of its message, or its command. */
  readonly event: number;
  /** When a command given at this step takes effect. */
  readonly moment: Moment;
  /** The last landmark up to this step. It differs from that of the moment after a request has arrived late. */
  readonly landmark: Landmark;
}

export type MessageStep = StepFrame & ShownMessage;
export type CommandStep = StepFrame & ShownCommand;
export type OccurrenceStep = StepFrame & ShownOccurrence;

export type Step = MessageStep | CommandStep | OccurrenceStep;

export function stepsOf(events: readonly ClusterEvent[], detail: Detail = 'essential'): readonly Step[] {
  return new StepReader(detail).finish(events);
}

interface NamedEvent {
  readonly visibleEvent: VisibleEvent;
  readonly key: string;
}

/** Reads a trace into steps in two goes: a part that several traces share, and the rest of one of them. */
export class StepReader {
  readonly #visible: VisibleEventReader;
  readonly #clock = new LandmarkClock();
  readonly #keys = new KeyMaker();
  /** Of the visible events so far, in their order. */
  readonly #read: NamedEvent[] = [];
  #end = 0;

  constructor(detail: Detail) {
    this.#visible = new VisibleEventReader(detail);
  }

  /**
   * Reads on, up to an event, exclusive, with which the kernel handles another input.
   *
   * @param events A trace that is the same as all others up to there.
   */
  readUpTo(end: number, events: readonly ClusterEvent[]): void {
    this.#end = Math.max(this.#end, end);
    this.#clock.readUpTo(end, events);
    for (const visibleEvent of this.#visible.readUpTo(end, events)) {
      this.#read.push({ visibleEvent, key: this.#keys.of(visibleEvent) });
    }
  }

  /**
   * Number of steps that are the same however the trace goes on.
   *
   * @param steps Those of a trace that was read up to here.
   */
  finalSteps(steps: readonly Step[]): number {
    // Steps before the first request have its moment.
    if (this.#clock.isEmpty) return 0;
    const { earliestStart } = this.#visible;
    // What starts later closes earlier steps, whatever else is still under way.
    let count = this.#read.findLastIndex(({ visibleEvent }) => visibleEvent.start <= earliestStart);
    while (count > 0 && (steps[count - 1]?.lastEvent ?? 0) + 1 >= this.#end) count -= 1;
    return Math.max(0, count);
  }

  /**
   * @param known Steps of another trace, which the shared part has made final.
   * @returns The steps of the whole trace. Known steps are the same objects.
   */
  finish(events: readonly ClusterEvent[], known: readonly Step[] = []): readonly Step[] {
    this.readUpTo(events.length, events);
    const steps: Step[] = [];
    let nextStart = events.length;
    for (let index = this.#read.length - 1; index >= known.length; index -= 1) {
      const { visibleEvent, key } = this.#read[index] as NamedEvent;
      const lastEvent = closeOf(visibleEvent, nextStart, events);
      const { end: event, ...shown } = visibleEvent;
      const moment = this.#clock.momentOf(lastEvent);
      const landmark = this.#clock.landmarkOf(lastEvent);
      steps.push({ ...shown, key, event, lastEvent, moment, landmark });
      // A command can fall between another visible event's start and end.
      nextStart = Math.min(nextStart, visibleEvent.start);
    }
    return [...known, ...steps.reverse()];
  }
}

/** Index of the step that shows an event; undefined after the last step. */
export function stepOfEvent(
  { steps }: { readonly steps: readonly Step[] },
  event: number,
): number | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.lastEvent ?? 0) >= event) high = middle;
    else low = middle + 1;
  }
  return low < steps.length ? low : undefined;
}

/**
 * A step includes its immediate consequences and, when nothing else is in flight, all consequences up to the next step,
 * except what health checks find in the meantime.
 */
function closeOf(visibleEvent: VisibleEvent, nextStart: number, events: readonly ClusterEvent[]): number {
  const isConsequence = (event: ClusterEvent | undefined) =>
    event !== undefined && !event.background && consequences.has(event.kind);
  for (let index = nextStart - 1; index > visibleEvent.end; index -= 1) {
    if (isConsequence(events[index])) return index;
  }
  let close = visibleEvent.end;
  while (isConsequence(events[close + 1]) && (events[close + 1]?.cause ?? -1) >= visibleEvent.end) close += 1;
  return close;
}

const consequences: ReadonlySet<ClusterEvent['kind']> = new Set([
  'node-joined',
  'node-started',
  'node-crashed',
  'node-frozen',
  'node-thawed',
  'node-draining',
  'node-left',
  'link-cut',
  'link-healed',
  'remembered',
  'forgot',
  'recalled',
  'request-reached',
  'request-settled',
]);

/** Names steps by their role in the script, not by the server that happened to serve them. */
class KeyMaker {
  readonly #times = new Map<string, number>();

  of(visibleEvent: VisibleEvent): string {
    if (visibleEvent.kind === 'command') return `command ${visibleEvent.index}`;
    const name = visibleEvent.kind === 'message' ? nameOfLeg(visibleEvent) : nameOfOccurrence(visibleEvent);
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    return `${name} ${times}`;
  }
}

function nameOfLeg({ request, from, to, message }: ShownMessage): string {
  // A reply to a client is named without its sender, because any server can send it.
  if (message.role === 'reply' && isClient(to)) return `${request} answer`;
  return `${request ?? ''} ${placeOf(from)}>${placeOf(to)}`;
}

function nameOfOccurrence({ occurrence }: ShownOccurrence): string {
  switch (occurrence.kind) {
    case 'gave-up':
      return `${occurrence.request} gave-up`;
    case 'left':
      return `left ${occurrence.node}`;
    case 'promoted':
      return `promoted ${occurrence.node}`;
    case 'connection-expired':
      return `connection-expired ${occurrence.node}`;
    case 'reset':
      return `${occurrence.request ?? ''} reset ${placeOf(occurrence.node)}`;
    case 'noticed':
      return `noticed ${occurrence.server} ${occurrence.isDown}`;
    default:
      throw new Error(`Unknown occurrence ${occurrence satisfies never}`);
  }
}

function placeOf(node: NodeId): string {
  return isServer(node) ? 'server' : node;
}
