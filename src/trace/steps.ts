/** Cuts a trace into steps. A step is one thing to look at: a message with what it changed, a command, an occurrence. */
import { type ClusterEvent, isClient, isServer } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Moment } from '../simulation/kernel/command.ts';
import { LandmarkClock } from './landmark-clock.ts';
import {
  type Detail,
  type ShownCommand,
  type ShownMessage,
  type ShownOccurrence,
  type VisibleEvent,
  visibleEventsOf,
} from './visible-events.ts';

interface StepFrame {
  /** The same step under another strategy, or in another detail, has the same key. */
  readonly key: string;
  /** The trace's last event that has happened once this step is shown. */
  readonly lastEvent: number;
  /** The event that this step is about: the arrival of its message, its command. */
  readonly event: number;
  /** When a command given at this step takes effect. */
  readonly moment: Moment;
}

export type MessageStep = StepFrame & ShownMessage;
export type CommandStep = StepFrame & ShownCommand;
export type OccurrenceStep = StepFrame & ShownOccurrence;

export type Step = MessageStep | CommandStep | OccurrenceStep;

export function stepsOf(events: readonly ClusterEvent[], detail: Detail = 'essential'): readonly Step[] {
  const visibleEvents = visibleEventsOf(events, detail);
  const clock = new LandmarkClock(events);
  const keys = new KeyMaker();
  const nextStarts = nextStartsOf(visibleEvents, events.length);
  return visibleEvents.map((visibleEvent, index) => {
    const lastEvent = closeOf(visibleEvent, nextStarts[index] ?? events.length, events);
    const { start: _, end: event, ...shown } = visibleEvent;
    return { ...shown, key: keys.of(visibleEvent), event, lastEvent, moment: clock.momentOf(lastEvent) };
  });
}

/** For each visibleEvent, where the first of those begins that end after it: a command may fall into another visibleEvent's time. */
function nextStartsOf(visibleEvents: readonly VisibleEvent[], end: number): readonly number[] {
  const starts: number[] = [];
  let next = end;
  for (let index = visibleEvents.length - 1; index >= 0; index -= 1) {
    starts[index] = next;
    next = Math.min(next, visibleEvents[index]?.start ?? next);
  }
  return starts;
}

/**
 * A step includes what it brought about at once, and, when nothing else is under way, what it brought about up to
 * the next step; but not what health checks found out meanwhile.
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

/** Names steps by what they are in the run's plan, not by which server happened to serve. */
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
  // Whoever answers: the client has its answer.
  if (message.role === 'reply' && isClient(to)) return `${request} answer`;
  return `${request ?? ''} ${placeOf(from)}>${placeOf(to)}`;
}

function nameOfOccurrence({ occurrence }: ShownOccurrence): string {
  switch (occurrence.kind) {
    case 'gave-up':
      return `${occurrence.request} gave-up`;
    case 'left':
      return `left ${occurrence.node}`;
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
