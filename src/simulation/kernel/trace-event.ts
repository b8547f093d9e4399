/** What a run reports: codes and values only, in the order in which they happened. */
import type { Domain, Message, Milestone, NodeId, Outcome, RequestId, TimerName } from './actor.ts';
import type { Command, CommandResult } from './command.ts';

/** Numbered from 0 in the order of the trace. */
export type EventId = number;

interface Stamp {
  readonly id: EventId;
  /** Virtual microseconds since the run began. */
  readonly atUs: number;
  /** The event that brought this one about; null for what the scenario or the operator began. */
  readonly cause: EventId | null;
  /** True of health checks and all that follows from them. */
  readonly background: boolean;
}

/** Why a message never arrived. */
export type LossReason =
  /** The network lost it by chance. */
  | 'loss'
  | 'link-cut'
  | 'dropped'
  /** Whoever was to get it is down, or has restarted since it asked; a datagram finds nobody at home. */
  | 'receiver-gone';

export type TraceEvent<D extends Domain> = Stamp &
  (
    | { readonly kind: 'node-joined'; readonly node: NodeId }
    | { readonly kind: 'node-started'; readonly node: NodeId; readonly epoch: number }
    | {
        readonly kind: 'node-crashed';
        readonly node: NodeId;
        readonly epoch: number;
        /** Whether all but what is on its disk is gone; a node that is durable as a whole forgets nothing. */
        readonly forgets: boolean;
      }
    | { readonly kind: 'node-draining'; readonly node: NodeId }
    /** With all that it remembered. */
    | { readonly kind: 'node-left'; readonly node: NodeId }
    | { readonly kind: 'link-cut' | 'link-healed'; readonly between: readonly [NodeId, NodeId] }
    | { readonly kind: 'message-sent'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-delivered'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-refused'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-lost'; readonly message: Message<D['body']>; readonly why: LossReason }
    /** The network made a second copy of this datagram, which travels on its own. */
    | { readonly kind: 'message-duplicated'; readonly message: Message<D['body']> }
    | { readonly kind: 'connection-reset'; readonly message: Message<D['body']> }
    | { readonly kind: 'timer-fired'; readonly node: NodeId; readonly timer: TimerName }
    | {
        readonly kind: 'remembered';
        readonly node: NodeId;
        readonly key: string;
        readonly item: D['item'];
        readonly durable: boolean;
      }
    | { readonly kind: 'forgot'; readonly node: NodeId; readonly key: string }
    | { readonly kind: 'recalled'; readonly node: NodeId; readonly key: string; readonly found: boolean }
    | { readonly kind: 'request-reached'; readonly request: RequestId; readonly milestone: Milestone }
    /** After it has waited in line at this node. */
    | {
        readonly kind: 'request-begun';
        readonly node: NodeId;
        readonly request: RequestId;
        readonly queuedUs: number;
      }
    | { readonly kind: 'request-settled'; readonly request: RequestId; readonly outcome: Outcome }
    | {
        readonly kind: 'command-taken';
        readonly index: number;
        readonly command: Command<D['command']>;
        readonly result: CommandResult;
      }
    | { readonly kind: 'run-ended'; readonly reason: EndReason }
  );

/** A run that is cut off says by which of its limits. */
export type EndReason = 'finished' | 'events-limit' | 'time-limit';

export type TraceEventKind = TraceEvent<Domain>['kind'];

/** Where a run reports to. */
export interface Sink<D extends Domain> {
  report(event: TraceEvent<D>): void;
}
