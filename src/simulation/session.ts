/** Sessions: what a cluster remembers about a user between two requests. This is the state that Statescope is about. */
import type { Identity } from './applications/account.ts';
import type { Conversation } from './applications/shop.ts';

export interface SessionData {
  /** Version of the code that wrote it, from 2. Without it, the first one did. */
  readonly format?: number;
  /** The purchase in progress. */
  readonly conversation?: Conversation;
  /** The logged-in user. */
  readonly user?: Identity;
  /** Left by the customer. */
  readonly note?: string;
}

export interface Session {
  /**
   * Random and meaningless. It's the key to the data, and as sensitive as a password while the session lives (OWASP).
   */
  readonly id: string;
  readonly data: SessionData;
  /** Virtual microseconds, like all times. */
  readonly createdUs: number;
  readonly lastSeenUs: number;
  /** Number of writes, from 1, to compare the age of two copies. */
  readonly version: number;
}

/** A tombstone of a session that was ended before it expired. */
export type EndedSession = Pick<Session, 'id' | 'createdUs'>;

/** Total order over copies of a session from different servers, so that all servers keep the same one. */
export function isNewer(one: Session, other: Session): boolean {
  if (one.version !== other.version) return one.version > other.version;
  if (one.lastSeenUs !== other.lastSeenUs) return one.lastSeenUs > other.lastSeenUs;
  return JSON.stringify(one.data) > JSON.stringify(other.data);
}

/** Session lifetimes. The server checks both (OWASP Session Management, session expiration). */
export interface SessionPolicy {
  readonly idleUs: number;
  readonly absoluteUs: number;
  /**
   * Whether a login replaces the session ID. If not, an attacker who planted the old ID is logged in too (session
   * fixation).
   */
  readonly renewsIdAtLogin: boolean;
  /** What happens when two requests change one session at the same time. */
  readonly writes: SessionWrites;
  /** For `writes: 'lock'`. */
  readonly lock: LockConditions;
}

/**
 * `if-exists`: the later write wins, but an ended session stays ended. `last-write-wins`: the later write wins, and
 * brings an ended session back. `if-unchanged`: compare and set; a request that read an older version starts again.
 * `lock`: one request at a time has the session. Replicated sessions always end up with the newer copy.
 */
export const sessionWrites = ['if-exists', 'last-write-wins', 'if-unchanged', 'lock'] as const;
export type SessionWrites = (typeof sessionWrites)[number];

/** Whether a write requires the version that was read. A lock that has run out protects nothing, so it does, too. */
export function isChecked({ writes }: Pick<SessionPolicy, 'writes'>): boolean {
  return writes === 'if-unchanged' || writes === 'lock';
}

/** A session's lock, as phpredis keeps it. All times in virtual microseconds. */
export interface LockConditions {
  /** When a lock ends by itself, whole seconds, so that a server that crashed doesn't keep it forever. */
  readonly ttlUs: number;
  /** How long a waiting request pauses between two attempts. */
  readonly pollUs: number;
  /** How long a request waits for the lock before it gives up. */
  readonly timeoutUs: number;
}

/** Other values in a store have key prefixes of their own. */
const STORE_KEY_PREFIX = 'session:';

/** A session's key in the store. */
export function storeKeyOf(sessionId: string): string {
  return `${STORE_KEY_PREFIX}${sessionId}`;
}

export function isSessionKey(storeKey: string): boolean {
  return storeKey.startsWith(STORE_KEY_PREFIX);
}

/** A session's value in the store. */
export function sessionText(session: Session): string {
  return JSON.stringify(session);
}

/** The inverse of `sessionText`. The input is trusted, because only servers write to the store. */
export function readSession(text: string): Session {
  return JSON.parse(text);
}

type SessionTimes = Pick<Session, 'createdUs' | 'lastSeenUs'>;

/** Virtual microseconds, by the clock that wrote the session's times. */
export function expiryOf(
  { createdUs, lastSeenUs }: SessionTimes,
  { idleUs, absoluteUs }: Pick<SessionPolicy, 'idleUs' | 'absoluteUs'>,
): number {
  return Math.min(lastSeenUs + idleUs, createdUs + absoluteUs);
}

export function isExpired(session: SessionTimes, policy: SessionPolicy, nowUs: number): boolean {
  return nowUs >= expiryOf(session, policy);
}
