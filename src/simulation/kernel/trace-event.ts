/** What a run reports: codes and values only, in the order in which they happened. */
import type { Message, Milestone, NodeId, Outcome, RequestId } from './actor.ts';
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

export type TraceEvent<Body, Item> = Stamp &
  (
    | { readonly kind: 'node-started'; readonly node: NodeId; readonly epoch: number }
    | {
        readonly kind: 'node-crashed';
        readonly node: NodeId;
        readonly epoch: number;
        /** Whether its memory is gone; that of a durable node is not. */
        readonly forgets: boolean;
      }
    | { readonly kind: 'message-sent'; readonly message: Message<Body> }
    | { readonly kind: 'message-delivered'; readonly message: Message<Body> }
    | { readonly kind: 'message-refused'; readonly message: Message<Body> }
    /** The one who waited for this reply is down, or has restarted since it asked. */
    | { readonly kind: 'message-lost'; readonly message: Message<Body> }
    | { readonly kind: 'connection-reset'; readonly message: Message<Body> }
    | { readonly kind: 'timer-fired'; readonly node: NodeId; readonly timer: string }
    | { readonly kind: 'remembered'; readonly node: NodeId; readonly key: string; readonly item: Item }
    | { readonly kind: 'forgot'; readonly node: NodeId; readonly key: string }
    | { readonly kind: 'recalled'; readonly node: NodeId; readonly key: string; readonly found: boolean }
    | { readonly kind: 'request-reached'; readonly request: RequestId; readonly milestone: Milestone }
    | { readonly kind: 'request-settled'; readonly request: RequestId; readonly outcome: Outcome }
    | {
        readonly kind: 'command-taken';
        readonly index: number;
        readonly command: Command;
        readonly result: CommandResult;
      }
    | { readonly kind: 'run-ended'; readonly reason: 'finished' | 'cut-off' }
  );

export type TraceEventKind = TraceEvent<unknown, unknown>['kind'];

/** Where a run reports to. */
export interface Sink<Body, Item> {
  report(event: TraceEvent<Body, Item>): void;
}
