/** The session ID in its cookie, for strategies that look sessions up by ID. */
import type { ClusterContext } from '../cluster.ts';
import { cookieOf, deleteCookie, setCookie } from '../protocols/cookies.ts';
import type { Header, HttpRequest } from '../protocols/http.ts';
import type { Session, SessionData } from '../session.ts';
import type { Saved, SessionLookup } from './session-strategy.ts';

/** Holds the session's ID. */
export const SESSION_COOKIE = 'sid';
/** Holds the whole session, encrypted. */
export const SEALED_COOKIE = 'session';

export const notPresented: SessionLookup = { kind: 'not-found', problem: 'none-presented' };
export const sessionUnknown: SessionLookup = { kind: 'not-found', problem: 'unknown-session' };
export const sessionExpired: SessionLookup = { kind: 'not-found', problem: 'expired-session' };

/** No scheme is registered for cookies. This one names the login form. */
export function cookieChallenge(cookie: string): Header {
  return ['WWW-Authenticate', `Cookie realm="statescope", form-action="/login", cookie-name="${cookie}"`];
}

export const sessionChallenge = cookieChallenge(SESSION_COOKIE);

export function sessionIdIn(request: HttpRequest): string | undefined {
  return cookieOf(request, SESSION_COOKIE);
}

/**
 * The session after a request. A foreign ID is never adopted, because its author could read the session (session
 * fixation).
 */
export function nextSession(
  before: Session | null,
  data: SessionData,
  { nowUs, random }: ClusterContext,
  { renewsId }: { readonly renewsId: boolean },
): Session {
  if (before === null) return { id: newId(random), data, createdUs: nowUs, lastSeenUs: nowUs, version: 1 };
  const version = before.version + 1;
  return renewsId
    ? { id: newId(random), data, createdUs: nowUs, lastSeenUs: nowUs, version: 1 }
    : { ...before, data, lastSeenUs: nowUs, version };
}

/** The session that a lookup found under its ID, if any. */
export function foundSession(lookup: SessionLookup): Session | null {
  return lookup.kind === 'found' ? lookup.session : null;
}

/** Sends the client the ID, unless it has it. */
export function savedUnder(session: Session, before: Session | null): Saved {
  const headers = session.id === before?.id ? [] : [setCookie(SESSION_COOKIE, session.id)];
  return { kind: 'saved', headers, fields: {} };
}

/** Tells the client to delete the ID. */
export const sessionEnded: Saved = { kind: 'saved', headers: [deleteCookie(SESSION_COOKIE)], fields: {} };

/** 128 random bits in hexadecimal: meaningless, and impractical to guess (OWASP Session Management: at least 64). */
export function newId(random: ClusterContext['random']): string {
  return Array.from({ length: 8 }, () => random.integer(0, 0xffff).toString(16).padStart(4, '0')).join('');
}
