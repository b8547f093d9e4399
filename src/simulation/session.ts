/** What a cluster can know of a user between two requests: the state that this whole product is about. */
import type { Identity } from './applications/account.ts';
import type { Conversation } from './applications/shop.ts';

export interface SessionData {
  /** What has been said in the purchase under way. */
  readonly conversation?: Conversation;
  /** Who has logged in. */
  readonly user?: Identity;
}

export interface Session {
  /** Meaningless and random: the key to the data, and for its life as powerful as a password (OWASP). */
  readonly id: string;
  readonly data: SessionData;
  /** Virtual microseconds, as are all times. */
  readonly createdUs: number;
  readonly lastSeenUs: number;
  /** Counts the writes, from 1, so that of two copies one can tell which is older. */
  readonly version: number;
}

/** What is left of a session that was ended before its time. */
export type EndedSession = Pick<Session, 'id' | 'createdUs'>;

/** Of two copies of a session, written in different places, everybody must think the same one newer. */
export function isNewer(one: Session, other: Session): boolean {
  if (one.version !== other.version) return one.version > other.version;
  if (one.lastSeenUs !== other.lastSeenUs) return one.lastSeenUs > other.lastSeenUs;
  return JSON.stringify(one.data) > JSON.stringify(other.data);
}

/** How long sessions live; the server checks both (OWASP Session Management, session expiration). */
export interface SessionPolicy {
  readonly idleUs: number;
  readonly absoluteUs: number;
  /** Whether a login gets a new session ID. Without that, whoever planted the old one is logged in too. */
  readonly renewsIdAtLogin: boolean;
}

/** Whatever else a store keeps has keys of its own. */
const STORE_KEY_PREFIX = 'session:';

/** Under which key a store beside the servers keeps a session. */
export function storeKeyOf(sessionId: string): string {
  return `${STORE_KEY_PREFIX}${sessionId}`;
}

export function isSessionKey(storeKey: string): boolean {
  return storeKey.startsWith(STORE_KEY_PREFIX);
}

/** As a store keeps it. */
export function sessionText(session: Session): string {
  return JSON.stringify(session);
}

/** The inverse of `sessionText`. Nobody but the servers writes into a store, so it is what they have written. */
export function readSession(text: string): Session {
  return JSON.parse(text);
}

export function isExpired({ createdUs, lastSeenUs }: Session, policy: SessionPolicy, nowUs: number): boolean {
  return nowUs - lastSeenUs >= policy.idleUs || nowUs - createdUs >= policy.absoluteUs;
}
