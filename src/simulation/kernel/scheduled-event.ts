/** What waits in the event queue. */
import type { Domain, Message, TimerName } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { Node, Route, ScheduledTimer } from './node.ts';
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
