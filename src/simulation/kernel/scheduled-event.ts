/** What waits in the event queue. */
import type { Domain, Message, TimerName } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { Node, Route } from './node.ts';
import type { EventId, LossReason } from './trace-event.ts';

interface Waiting {
  readonly cause: EventId | null;
  readonly background: boolean;
}

/** Something that will happen. */
export type ScheduledEvent<D extends Domain> =
  | ScheduledTimer<D>
  | Delivery<D>
  | (Waiting &
      (
        | { readonly kind: 'lose'; readonly delivery: Delivery<D>; readonly why: LossReason }
        | { readonly kind: 'refuse' | 'reset'; readonly delivery: Delivery<D> }
        | { readonly kind: 'command'; readonly due: DueCommand<D['command']> }
      ));

/** Later than anything: a timer that is not set, or that is not in the queue. */
export const NEVER_US = Number.POSITIVE_INFINITY;

/**
 * A node's timer of some name, one object however often it is set: most are set again and again, and few go off. So a timer
 * that is cancelled or put off stays in the queue where it is, and goes on from there if need be when its time there comes.
 */
export interface ScheduledTimer<D extends Domain> {
  readonly kind: 'timer';
  readonly node: Node<D>;
  readonly timer: TimerName;
  /** What set it. */
  cause: EventId | null;
  background: boolean;
  /** When it goes off. */
  dueUs: number;
  /** When it leaves the queue next; where else it may still stand there, it means nothing. */
  queuedUs: number;
}

/** A timer that is not set. */
export function createTimer<D extends Domain>(node: Node<D>, timer: TimerName): ScheduledTimer<D> {
  return { kind: 'timer', node, timer, cause: null, background: false, dueUs: NEVER_US, queuedUs: NEVER_US };
}

/** A message on its way. */
export interface Delivery<D extends Domain> extends Waiting {
  readonly kind: 'deliver';
  readonly content: Message<D['body']>;
  readonly sender: Node<D>;
  /** The sender's epoch: replies, refusals and resets are for that life of it alone. */
  readonly fromEpoch: number;
  /** Of the receiver's life that waits for this reply; anything else is for whoever listens. */
  readonly toEpoch: number;
  readonly route: Route<D>;
}
