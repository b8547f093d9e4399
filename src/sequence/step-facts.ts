/** What a step shows, in codes and without words. */
import type { Conversation } from '../simulation/applications/shop.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { CommandResult } from '../simulation/kernel/command.ts';
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

export type { Fate, RequestIntent, ResponseMeaning };

export type StepFacts = MessageFacts | OperatorFacts | OccurrenceFacts;

export type MessageFacts =
  | RequestFacts
  | ForwardFacts
  | ReplyFacts
  | HandOverFacts
  | SegmentFacts
  | DatagramFacts
  | CopyFacts
  | StoreFacts
  | DatabaseFacts
  | HealthCheckFacts;

interface Travelling {
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly fate: Fate;
}

/** A client asks. */
export interface RequestFacts extends Travelling {
  readonly kind: 'request';
  readonly intent: RequestIntent;
  readonly mode: Mode;
  /** False for a client's first line, with which there is nothing to repeat or to leave out. */
  readonly continues: boolean;
  /** From 1: how often this request has been sent. */
  readonly attempt: number;
}

/** What is known of a user, as a server comes to remember it. */
export interface SessionFacts {
  /** Whether it was known before, and only was needed again. */
  readonly isKnown: boolean;
  readonly conversation: Conversation;
  readonly userName: string | null;
}

/** The load balancer passes a request on. */
export interface ForwardFacts extends Travelling {
  readonly kind: 'forward';
  readonly intent: RequestIntent;
  readonly mode: Mode;
  /** How the server failed that was tried before; null for the first. */
  readonly retryAfter: 'refused' | 'reset' | null;
  /** Whether a signed token came with it. */
  readonly bearsToken: boolean;
  readonly effects: ServerEffects;
}

/** What serving a request has changed so far. */
export interface ServerEffects {
  /** What the server's memory of the user is now; null when it stored nothing. */
  readonly remembered: SessionFacts | null;
  /** Whether the server ended a session: somebody has logged out, or it was too old. */
  readonly forgot: boolean;
  /** The session ID that the server was asked for and does not have. */
  readonly unknownSession: string | null;
  readonly orderSaved: boolean;
  readonly charged: boolean;
}

export interface ReplyFacts extends Travelling {
  readonly kind: 'reply';
  readonly mode: Mode;
  readonly intent: RequestIntent;
  readonly meaning: ResponseMeaning;
  readonly status: Status;
  readonly verdict: Verdict;
  /** It is somebody else's answer, on its last hop. */
  readonly isPassedOn: boolean;
  /** Nobody waits for it any more. */
  readonly isLate: boolean;
  readonly keeps: Keeping;
  /** The one who answers was asked to go on with a session that it does not have. */
  readonly unknownSession: boolean;
  /** Others have answered this client before, and this server has not. */
  readonly isNewServer: boolean;
}

/** What one client proves itself with gets to another. */
interface HandOverFacts extends Travelling {
  readonly kind: 'hand-over';
}

/** Over TCP. */
export interface SegmentFacts extends Travelling {
  readonly kind: 'segment';
  readonly segment: Segment;
  /** Sent before, and sent again because nothing came back. */
  readonly isRepeated: boolean;
  /** The network's own: the same has arrived already. */
  readonly isCopy: boolean;
  /** What it carries is HTTP: the connection is not the subject by itself. */
  readonly carriesHttp: boolean;
  /** The state that the sender's end of the connection was in, and what the receiver's end makes of it; CLOSED is none. */
  readonly sender: EndFacts;
  readonly receiver: EndFacts;
}

export interface EndFacts {
  readonly before: ConnectionState;
  readonly after: ConnectionState;
}

export type ConnectionState = Connection['state'] | 'CLOSED';

/** Over UDP. */
export interface DatagramFacts extends Travelling {
  readonly kind: 'datagram';
  readonly text: string;
  /** What an application that makes UDP reliable says; null for plain data. */
  readonly numbered: NumberedMessage | null;
  /** Its sender has sent it before. */
  readonly isRepeated: boolean;
  /** The network's own: the same has arrived already. */
  readonly isCopy: boolean;
  /** Something that was sent later has arrived already. */
  readonly wasOvertaken: boolean;
  /** Whether the server remembers requests, so that it acts on none of them twice. */
  readonly serverRemembers: boolean;
}

/** Between servers that keep copies of the same sessions. */
export interface CopyFacts extends Travelling {
  readonly kind: 'copy';
  readonly copy:
    | { readonly kind: 'session'; readonly session: SessionFacts }
    | { readonly kind: 'ended' | 'wanted' }
    /** Of so many sessions. */
    | { readonly kind: 'all'; readonly count: number };
}

/** Between servers and the session store, and between the two halves of a store. */
export interface StoreFacts extends Travelling {
  readonly kind: 'store';
  readonly message: StoreMessage;
}

/** A session; a login for which new tokens are given out; a token that is no longer accepted. */
export type EntryKind = 'session' | 'login' | 'revocation' | 'other';

export type StoreMessage =
  /** A server asks for an entry, has one kept, or has one forgotten. Null for what is no session. */
  | { readonly kind: 'get' | 'delete'; readonly entry: EntryKind; readonly sessionId: string | null }
  | { readonly kind: 'set'; readonly entry: EntryKind; readonly session: SessionFacts | null }
  /** The store has it, or has not. */
  | { readonly kind: 'found'; readonly entry: EntryKind; readonly session: SessionFacts | null }
  | { readonly kind: 'not-found'; readonly entry: EntryKind }
  | { readonly kind: 'refused'; readonly code: StoreErrorCode }
  /** It has done as it was told. */
  | { readonly kind: 'acknowledged' }
  /** One half tells the other what has changed. */
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

/** What is remembered of users: by the servers, or by a store for all of them; nothing where requests say it all. */
export type Keeping = 'sessions' | 'shared-sessions' | 'connections' | 'nothing';

interface Operated {
  readonly result: CommandResult;
  readonly keeps: Keeping;
  /** Sessions whose only copy is gone with this. */
  readonly sessionsLost: number;
}

/** Payloads with references to nodes in place of their IDs. */
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
    | NamedCommand<Exclude<CommandPayload, { kind: 'crash' | 'restart' }>>
    /** TCP connections that are forgotten with it. */
    | { readonly kind: 'crash'; readonly node: NodeRef; readonly connectionsLost: number }
    /** `isEmpty`: it is back without anything that it knew of users. */
    | { readonly kind: 'restart'; readonly node: NodeRef; readonly isEmpty: boolean }
  );

export type OccurrenceFacts =
  | {
      readonly kind: 'gave-up';
      readonly node: NodeRef;
      readonly why: 'timed-out' | 'broken-connection';
      readonly intent: RequestIntent;
    }
  | { readonly kind: 'left'; readonly node: NodeRef; readonly sessionsLost: number }
  | { readonly kind: 'connection-expired'; readonly node: NodeRef }
  | { readonly kind: 'reset'; readonly node: NodeRef; readonly by: NodeRef }
  | {
      readonly kind: 'noticed';
      readonly node: NodeRef;
      readonly server: NodeRef;
      readonly isDown: boolean;
    };
