/** What waits in the event queue. */
import type { Message, NodeId } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { EventId } from './trace-event.ts';

/** Something that will happen; `epoch` is that of the node it is for, which a crash makes stale. */
export interface Happening<Body> {
  readonly kind: 'deliver' | 'refuse' | 'reset' | 'timer' | 'command';
  readonly node: NodeId;
  readonly epoch: number;
  readonly message: Delivery<Body> | null;
  readonly timer: string;
  readonly command: DueCommand | null;
  readonly cause: EventId | null;
  readonly background: boolean;
}

export interface Delivery<Body> {
  readonly content: Message<Body>;
  /** The sender's epoch: replies, refusals and resets are for that life of it alone. */
  readonly fromEpoch: number;
  readonly background: boolean;
}
