/** Why a user loses a session, or the latest change of one. */
import type { NodeId } from '../kernel/actor.ts';
import type { EventId } from '../kernel/trace-event.ts';

/**
 * All causes, in the order in which the scoreboard names them. A cause has its detector in `detectors.ts`, its reason
 * in `trace/reasons.ts`, and its words in the locales; none of these compiles without it.
 */
export const lossCauses = [
  /** The only copy was on a machine that crashed. */
  'crashed',
  /** The only copy was on a machine that left. */
  'left',
  /** A copy is left, but the latest change was only on a machine that crashed or left. */
  'change-crashed',
  /** A full store removed the session to make room for another. */
  'evicted',
  /** A client was told of a session that the store never got, or got it in a cookie that it ignores for its size. */
  'not-stored',
  /** The data of another store replaced a change that its writer had been told of. */
  'diverged',
  /** A node answered from older data than another node had. */
  'stale',
  /** A command emptied the store. */
  'flushed',
  /** A request wrote over a change of another request that it hadn't read: in a server, in a store, or on the client. */
  'overwritten',
  /** A request had ended the session, and the write of another one brought it back. */
  'revived',
  /** A server that didn't know the session made a new one, and the client's cookie names that one now. */
  'replaced',
] as const;

export type LossCause = (typeof lossCauses)[number];

/** Ends that lose nothing: a request ended the session, or its time was over. */
export type EndCause = LossCause | 'ended' | 'expired';

export type LossCounts = Readonly<Record<LossCause, number>>;

/** The end of a session or of its latest change. */
export interface SessionEnd {
  readonly cause: EndCause;
  /** Key of the session's memory entry. */
  readonly key: string;
  /** Where the session was, or where it should have been. */
  readonly node: NodeId;
  readonly event: EventId;
  /** The write whose result is lost; null if it isn't known. */
  readonly write: EventId | null;
}

export type ReportEnd = (end: SessionEnd) => void;

export const noLosses: LossCounts = Object.freeze(
  Object.fromEntries(lossCauses.map((cause) => [cause, 0])) as Record<LossCause, number>,
);

export function isLoss(cause: EndCause): cause is LossCause {
  return cause !== 'ended' && cause !== 'expired';
}
