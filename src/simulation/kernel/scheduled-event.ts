/** Entries of the event queue. */
import type { Domain, Message, TimerName } from './actor.ts';
import type { DueCommand } from './command-schedule.ts';
import type { Link } from './network.ts';
import type { Node, Route, ScheduledTimer } from './node.ts';
import type { EventId, LossReason } from './trace-event.ts';

interface Waiting {
  readonly cause: EventId | null;
  readonly background: boolean;
}

/** A pending event. */
export type ScheduledEvent<D extends Domain> =
  | ScheduledTimer<D>
  | Delivery<D>
  | (Waiting &
      (
        | { readonly kind: 'lose'; readonly delivery: Delivery<D>; readonly why: LossReason }
        | { readonly kind: 'refuse' | 'reset' | 'connect-timeout'; readonly delivery: Delivery<D> }
        | { readonly kind: 'retransmit'; readonly held: HeldByLink<D> }
        | { readonly kind: 'command'; readonly due: DueCommand<D['command']> }
      ));

/** Later than any time: the timer isn't set, or isn't in the queue. */
export const NEVER_US = Number.POSITIVE_INFINITY;

/** Creates a timer that isn't set. */
export function createTimer<D extends Domain>(node: Node<D>, timer: TimerName): ScheduledTimer<D> {
  return { kind: 'timer', node, timer, cause: null, background: false, dueUs: NEVER_US, queuedUs: NEVER_US };
}

/** A message in flight. */
export interface Delivery<D extends Domain> extends Waiting {
  readonly kind: 'deliver';
  readonly content: Message<D['body']>;
  readonly sender: Node<D>;
  /** The sender's epoch. Replies, refusals and resets reach only that life of the sender. */
  readonly fromEpoch: number;
  /** Epoch of the receiver that awaits this reply. Ignored for other roles. */
  readonly toEpoch: number;
  readonly route: Route<D>;
  readonly sentAtUs: number;
}

/** Messages that wait for one link, in sending order. */
export interface HeldByLink<D extends Domain> {
  readonly link: Link;
  readonly deliveries: Delivery<D>[];
  waitUs: number;
  dueUs: number;
  /** Whether only background messages wait. */
  background: boolean;
}
