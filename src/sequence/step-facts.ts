/** Facts: what a step shows, as codes without words. */
import type { Conversation } from '../simulation/applications/shop.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { CommandResult, CrashKind } from '../simulation/kernel/command.ts';
import type { DatabaseAnswer, DatabaseQuery } from '../simulation/protocols/database.ts';
import type { Status } from '../simulation/protocols/http.ts';
import type { NumberedMessage } from '../simulation/protocols/numbered-message.ts';
import type { StoreErrorCode } from '../simulation/protocols/store.ts';
import type { Segment } from '../simulation/protocols/tcp/segment.ts';
import type { Connection } from '../simulation/protocols/tcp/tcb.ts';
import type { Mode } from '../simulation/strategies/strategy-traits.ts';
import type { RequestIntent, ResponseMeaning, Verdict } from '../trace/reading.ts';
import type { Fate } from '../trace/visible-events.ts';
import type { NodeRef } from './node-ref.ts';
import type { ResetReason } from './reset-reasons.ts';

export type { Fate, RequestIntent, ResponseMeaning };

export type StepFacts = MessageFacts | OperatorFacts | OccurrenceFacts;

export type MessageFacts =
  | RequestFacts
  | ForwardFacts
  | ReplyFacts
  | HandOverFacts
  | ConnectionCloseFacts
  | SegmentFacts
  | DatagramFacts
  | CopyFacts
  | StoreFacts
  | DatabaseFacts
  | HealthCheckFacts
  | UnreachableFacts;

interface Travelling {
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly fate: Fate;
}

/** A write that undid what another request had done, because it was based on an older version of the session. */
export interface OverwriteFacts {
  readonly kind: 'overwritten' | 'revived';
  /** Where the session is. */
  readonly nodeId: NodeId;
  /** The request whose change is gone. */
  readonly victim: RequestIntent;
  /** What is no longer in the session. */
  readonly lost: SessionFacts;
}

/** A client's request. */
export interface RequestFacts extends Travelling {
  readonly kind: 'request';
  readonly intent: RequestIntent;
  /** Whether the client itself carries the state, and says all of it each time. A cookie or a token isn't said. */
  readonly saysState: boolean;
  /** False for a client's first line, because nothing can be repeated or left out yet. */
  readonly continues: boolean;
  /** From 1: how often this request has been sent. */
  readonly attempt: number;
  /** Whether the last attempt was answered, with an error. */
  readonly isAfterError: boolean;
  /** Whether the browser sends it again by itself, because its connection closed without a response. */
  readonly isResent: boolean;
}

/** Known facts of a user, as stored by a server. */
export interface SessionFacts {
  /** Whether it was known before and was only used again. */
  readonly isKnown: boolean;
  readonly conversation: Conversation;
  readonly userName: string | null;
}

/** The load balancer passes a request on. */
export interface ForwardFacts extends Travelling {
  readonly kind: 'forward';
  readonly intent: RequestIntent;
  readonly mode: Mode;
  /** How the previously tried server failed; null for the first attempt. */
  readonly retryAfter: 'refused' | 'reset' | null;
  readonly overwrite: OverwriteFacts | null;
  /** What it brings that says who is asking, or all of the state. It can lack the token or cookie that would be either. */
  readonly brings: 'state' | 'token' | 'cookie' | 'no-token' | 'no-cookie' | 'nothing';
  readonly effects: ServerEffects;
}

/** Changes from serving a request so far. */
export interface ServerEffects {
  /** The server's memory of the user after this step; null when it stored nothing. */
  readonly remembered: SessionFacts | null;
  /** Whether the server ended a session: by logout or by expiry. */
  readonly forgot: boolean;
  /** The session ID that the server was asked for and doesn't have. */
  readonly unknownSession: string | null;
  readonly orderSaved: boolean;
  readonly charged: boolean;
}

export interface ReplyFacts extends Travelling {
  readonly kind: 'reply';
  readonly overwrite: OverwriteFacts | null;
  readonly mode: Mode;
  readonly intent: RequestIntent;
  readonly meaning: ResponseMeaning;
  readonly status: Status;
  readonly verdict: Verdict;
  /** Another node's response, on its last hop. */
  readonly isPassedOn: boolean;
  /** The client no longer waits for it. */
  readonly isLate: boolean;
  readonly keeps: Keeping;
  /** The responding server was asked to continue a session that it doesn't have. */
  readonly unknownSession: boolean;
  /** What this request needs was told before, and another request's write has undone it. */
  readonly wasOverwritten: boolean;
  /** Other servers have answered this client before, but this one hasn't. */
  readonly isNewServer: boolean;
}

/** ICMP: no process listens on the port. */
interface UnreachableFacts extends Travelling {
  readonly kind: 'port-unreachable';
}

/** A server closes an idle connection of the load balancer. */
interface ConnectionCloseFacts extends Travelling {
  readonly kind: 'connection-close';
  /** Whether a request is on its way over it. */
  readonly crosses: boolean;
}

/** A client's credentials or token reach another client. */
interface HandOverFacts extends Travelling {
  readonly kind: 'hand-over';
  readonly what: HandedOver;
}

/** What the other client can show from now on. Nothing of a client that hasn't got anything yet. */
export type HandedOver = 'session-id' | 'token' | 'cookie' | 'password' | 'nothing';

/** Over TCP. */
export interface SegmentFacts extends Travelling {
  readonly kind: 'segment';
  readonly segment: Segment;
  /** A retransmission, because no acknowledgment arrived. */
  readonly isRepeated: boolean;
  /** A duplicate made by the network. */
  readonly isCopy: boolean;
  /** Sent by the operating system of a process that has died. */
  readonly isBySystem: boolean;
  /** Carries HTTP, so the connection isn't the subject by itself. */
  readonly carriesHttp: boolean;
  /** Null for a segment that isn't a reset. */
  readonly reset: ResetReason | null;
  /** The sender's state when it sent, and the receiver's state after delivery. CLOSED means no connection. */
  readonly sender: EndFacts;
  readonly receiver: EndFacts;
}

export interface EndFacts {
  readonly before: ConnectionState;
  readonly after: ConnectionState;
  /** The process has died, and its operating system ends the connection. Its state isn't in the node's memory. */
  readonly isWithSystem?: true;
}

export type ConnectionState = Connection['state'] | 'CLOSED';

/** Over UDP. */
export interface DatagramFacts extends Travelling {
  readonly kind: 'datagram';
  readonly text: string;
  /** A message of an application that makes UDP reliable; null for plain data. */
  readonly numbered: NumberedMessage | null;
  /** A retransmission. */
  readonly isRepeated: boolean;
  /** A duplicate made by the network. */
  readonly isCopy: boolean;
  /** A datagram that was sent later has arrived already. */
  readonly wasOvertaken: boolean;
  /** Whether servers remember requests, so that they execute none twice. */
  readonly serverRemembers: boolean;
  /** Whether the server's record of this request was lost, so that it does the work again. */
  readonly isDoneAgain: boolean;
}

/** Between servers that keep copies of the same sessions. */
export interface CopyFacts extends Travelling {
  readonly kind: 'copy';
  readonly copy:
    | { readonly kind: 'session'; readonly session: SessionFacts }
    | { readonly kind: 'ended' | 'wanted' }
    /** `count` sessions at once. */
    | { readonly kind: 'all'; readonly count: number };
  readonly overwrite: OverwriteFacts | null;
}

/** Between servers and the session store, and between the store's primary and replica. */
export interface StoreFacts extends Travelling {
  readonly kind: 'store';
  readonly message: StoreMessage;
  readonly overwrite: OverwriteFacts | null;
  /** What a full store removes to make room: a session or a login. */
  readonly evicted: EntryFacts | null;
}

/** A session, a login that can get new tokens, a revoked token, the servers' keys, or a session's lock. */
export type EntryKind = 'session' | 'login' | 'revocation' | 'keys' | 'lock' | 'other';

/** An entry of a store. Null for an entry that isn't a session. */
export interface EntryFacts {
  readonly entry: EntryKind;
  readonly session: SessionFacts | null;
}

export type StoreMessage =
  /** A server reads, writes or deletes an entry. Null for an entry that isn't a session. */
  | { readonly kind: 'get' | 'delete'; readonly entry: EntryKind; readonly sessionId: string | null }
  | {
      readonly kind: 'set' | 'set-if-unchanged';
      readonly entry: EntryKind;
      readonly session: SessionFacts | null;
    }
  /** A server takes a session's lock, or gives it back. */
  | { readonly kind: 'lock' | 'unlock' }
  /** Another request has the lock. */
  | { readonly kind: 'locked' }
  /** Nothing was written: the entry has changed since it was read. */
  | { readonly kind: 'changed' }
  /** Whether the store has it. */
  | { readonly kind: 'found'; readonly entry: EntryKind; readonly session: SessionFacts | null }
  | { readonly kind: 'not-found'; readonly entry: EntryKind }
  | { readonly kind: 'refused'; readonly code: StoreErrorCode }
  /** The store executed the command. */
  | { readonly kind: 'acknowledged' }
  /** Replication from the primary to the replica. */
  | { readonly kind: 'copy-set'; readonly entry: EntryKind; readonly session: SessionFacts | null }
  | { readonly kind: 'copy-delete' | 'copy-flush' }
  | { readonly kind: 'ping' | 'sync' | 'dump' | 'demotion' };

export interface DatabaseFacts extends Travelling {
  readonly kind: 'database';
  readonly body: DatabaseQuery | DatabaseAnswer;
}

interface HealthCheckFacts extends Travelling {
  readonly kind: 'health-check';
}

/** Where user state is kept: on the servers, in a shared store, or nowhere when requests carry it all. */
export type Keeping = 'sessions' | 'shared-sessions' | 'connections' | 'nothing';

interface Operated {
  readonly result: CommandResult;
  readonly keeps: Keeping;
  /** Sessions whose only copy is lost with this event. */
  readonly sessionsLost: number;
  /** Sessions that are left as an older copy only. */
  readonly changesLost?: number;
  /** Whether connections survive a cut link: TCP holds and retransmits what is sent over it. */
  readonly retransmits?: true;
}

/** Payloads with node references in place of IDs. */
export type NamedCommand<Payload> = Payload extends unknown
  ? { readonly [Parameter in keyof Payload]: NamedParameter<Payload[Parameter], Parameter> }
  : never;

type NamedParameter<Value, Parameter> = Parameter extends 'node'
  ? NodeRef
  : Parameter extends 'from' | 'to'
    ? NodeRef | null
    : Parameter extends 'nodes'
      ? readonly NodeRef[]
      : Parameter extends 'between'
        ? readonly [NodeRef, NodeRef]
        : Value;

export type OperatorFacts = Operated &
  (
    | NamedCommand<Exclude<CommandPayload, { kind: 'crash' | 'restart' | 'instruct' }>>
    /** `notReached`: those that are down. If none is reached, `nodes` has them all. */
    | (NamedCommand<Extract<CommandPayload, { kind: 'instruct' }>> & {
        readonly notReached: readonly NodeRef[];
      })
    /** TCP connections that are lost with it. */
    | {
        readonly kind: 'crash';
        readonly node: NodeRef;
        readonly how?: CrashKind | undefined;
        readonly connectionsLost: number;
        /** The server's records of requests over UDP, which kept it from executing any twice. */
        readonly recordsLost?: boolean;
        /** The keys that signed or sealed are gone: those of this server, or all servers' in a store. */
        readonly keysLost?: boolean;
      }
    /** `isEmpty`: it's back without any of its user state. */
    | {
        readonly kind: 'restart';
        readonly node: NodeRef;
        readonly isEmpty: boolean;
        /** It makes a key of its own, as at each start. */
        readonly makesKey?: boolean;
      }
  );

export type OccurrenceFacts =
  | {
      readonly kind: 'gave-up';
      readonly node: NodeRef;
      readonly why: 'timed-out' | 'broken-connection';
      readonly intent: RequestIntent;
    }
  | { readonly kind: 'left'; readonly node: NodeRef; readonly sessionsLost: number }
  | { readonly kind: 'connection-expired' | 'promoted'; readonly node: NodeRef }
  | { readonly kind: 'reset'; readonly node: NodeRef; readonly by: NodeRef }
  | {
      readonly kind: 'noticed';
      readonly node: NodeRef;
      readonly server: NodeRef;
      readonly isDown: boolean;
    };
