/** What waits in the event queue. */
import type { Message, NodeId, TimerName } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { EventId, LossReason } from './trace-event.ts';

interface Waiting {
  readonly cause: EventId | null;
  readonly background: boolean;
}

/** Something that will happen. */
export type Happening<Body, Instruction> = Waiting &
  /** `epoch` is that of the life that waits for a reply. */
  (
    | { readonly kind: 'deliver'; readonly delivery: Delivery<Body>; readonly epoch: number }
    | { readonly kind: 'lose'; readonly delivery: Delivery<Body>; readonly why: LossReason }
    | { readonly kind: 'refuse' | 'reset'; readonly delivery: Delivery<Body> }
    | { readonly kind: 'command'; readonly due: DueCommand<Instruction> }
    | TimerHappening
  );

export interface TimerHappening extends Waiting {
  readonly kind: 'timer';
  readonly node: NodeId;
  readonly timer: TimerName;
  /** A cancelled timer stays in the queue, and nothing happens when its time comes. */
  isCancelled: boolean;
}

export interface Delivery<Body> {
  readonly content: Message<Body>;
  /** The sender's epoch: replies, refusals and resets are for that life of it alone. */
  readonly fromEpoch: number;
  readonly background: boolean;
}
