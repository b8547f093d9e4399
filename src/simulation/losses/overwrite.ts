/** A lost update: what it consists of. */
import type { NodeId, RequestId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';
import type { SessionData } from '../session.ts';
import type { SessionItem } from './session-states.ts';

/** A write of a session that its request hadn't read in this version. */
export interface Overwrite {
  /** `overwritten`: changes of another request are gone. `revived`: another request had ended the session. */
  readonly kind: 'overwritten' | 'revived';
  readonly event: EventId;
  readonly node: NodeId;
  /** On a client: the key of its token or cookie. */
  readonly sessionId: string;
  /** The request that wrote. */
  readonly writer: RequestId;
  /** The request whose change is undone, and its event. */
  readonly victim: RequestId;
  readonly victimEvent: EventId;
  /** What is no longer in the session. Empty for a session that came back. */
  readonly lost: SessionData;
}

/** A write or an end of a session on behalf of a request. */
export interface Change {
  readonly event: EventId;
  readonly request: RequestId;
  readonly before: SessionItem | null;
  /** Null for an end. */
  readonly after: SessionItem | null;
  /** Whether a later write has undone it. */
  isUndone: boolean;
}
