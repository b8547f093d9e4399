/** What waits in the event queue. */
import type { Message, NodeId, TimerName } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { EventId, LossReason } from './trace-event.ts';

interface Waiting {
  readonly cause: EventId | null;
  readonly background: boolean;
}

/** Something that will happen. */
export type Happening<Body, Instruction> =
  | TimerHappening
  | (Waiting &
      /** `epoch` is that of the life that waits for a reply. */
      (
        | { readonly kind: 'deliver'; readonly delivery: Delivery<Body>; readonly epoch: number }
        | { readonly kind: 'lose'; readonly delivery: Delivery<Body>; readonly why: LossReason }
        | { readonly kind: 'refuse' | 'reset'; readonly delivery: Delivery<Body> }
        | { readonly kind: 'command'; readonly due: DueCommand<Instruction> }
      ));

/** Later than anything: a timer that is not set, or that is not in the queue. */
export const NEVER_US = Number.POSITIVE_INFINITY;

/**
 * A node's timer of some name, one object for good: most are set again and again, and few go off. So a timer that is
 * cancelled or put off stays in the queue where it is, and goes on from there if need be when its time there comes.
 */
export interface TimerHappening {
  readonly kind: 'timer';
  readonly node: NodeId;
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
export function createTimer(node: NodeId, timer: TimerName): TimerHappening {
  return { kind: 'timer', node, timer, cause: null, background: false, dueUs: NEVER_US, queuedUs: NEVER_US };
}

export interface Delivery<Body> {
  readonly content: Message<Body>;
  /** The sender's epoch: replies, refusals and resets are for that life of it alone. */
  readonly fromEpoch: number;
  readonly background: boolean;
}
