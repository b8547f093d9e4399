/** Trace events: codes and values only, in chronological order. */
import type { Domain, Message, Milestone, NodeId, Outcome, RequestId, TimerName } from './actor.ts';
import type { Command, CommandResult, CrashKind } from './command.ts';

/** Position in the trace, from 0. */
export type EventId = number;

interface Stamp {
  readonly id: EventId;
  /** Virtual microseconds since the run began. */
  readonly atUs: number;
  /** ID of the event that caused this one; null for events that the scenario or an operator started. */
  readonly cause: EventId | null;
  /** True for health checks and their consequences. */
  readonly background: boolean;
}

/** Why a message never arrived. */
export type LossReason =
  /** Lost by chance on the network. */
  | 'loss'
  | 'link-cut'
  | 'dropped'
  /** The receiver's machine is off or unreachable. */
  | 'receiver-dark'
  /** A datagram arrived at a machine that is down. */
  | 'receiver-down'
  /** A reply arrived at a node that is down, or has restarted since it sent the request. */
  | 'receiver-gone';

export type TraceEvent<D extends Domain> = Stamp &
  (
    | { readonly kind: 'node-joined'; readonly node: NodeId }
    | { readonly kind: 'node-started'; readonly node: NodeId; readonly epoch: number }
    | {
        readonly kind: 'node-crashed';
        readonly node: NodeId;
        readonly epoch: number;
        /**
         * Whether the crash clears the node's memory, except what is on its disk. False for a node that is durable as
         * a whole.
         */
        readonly forgets: boolean;
        /** As the command says. Without it, connections are reset, and datagrams are lost. */
        readonly how?: CrashKind;
      }
    /** A process stands still, and continues. Nothing is lost. */
    | { readonly kind: 'node-frozen' | 'node-thawed'; readonly node: NodeId }
    | { readonly kind: 'node-draining'; readonly node: NodeId }
    /** The node and its memory are gone. */
    | { readonly kind: 'node-left'; readonly node: NodeId }
    | { readonly kind: 'link-cut' | 'link-healed'; readonly between: readonly [NodeId, NodeId] }
    | { readonly kind: 'message-sent'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-delivered'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-refused'; readonly message: Message<D['body']> }
    | { readonly kind: 'message-lost'; readonly message: Message<D['body']>; readonly why: LossReason }
    /** The network duplicated this datagram. The copy travels on its own. */
    | { readonly kind: 'message-duplicated'; readonly message: Message<D['body']> }
    | { readonly kind: 'connection-reset'; readonly message: Message<D['body']> }
    /** The attempt to connect took too long. Nothing of the message was sent. */
    | { readonly kind: 'connect-timed-out'; readonly message: Message<D['body']> }
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
    /** After waiting in this node's queue. */
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

/** Why the run ended; a truncated run names the limit that it reached. */
export type EndReason = 'finished' | 'events-limit' | 'time-limit';

export type TraceEventKind = TraceEvent<Domain>['kind'];

/** Receives a run's trace events. */
export interface Sink<D extends Domain> {
  report(event: TraceEvent<D>): void;
}
