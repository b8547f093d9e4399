/** State in the memory of the server that was asked, found again by a session ID in a cookie. */
import { done, perform } from '../actors/flow.ts';
import type { RandomStream } from '../kernel/random.ts';
import { cookieOf, setCookie } from '../protocol/cookies.ts';
import type { Placement, SessionLookup } from './placement.ts';

const SESSION_COOKIE = 'sid';

const nothing: SessionLookup = { sessionId: null, conversation: {} };

export const serverMemory: Placement = {
  id: 'server-memory',
  mode: 'stateful',
  clientCarries: 'what-is-new',

  load(request, { memory }) {
    const sessionId = cookieOf(request, SESSION_COOKIE);
    if (sessionId === undefined) return done(nothing);
    const item = memory.get(sessionId);
    const found = item?.kind === 'session';
    const lookup = found ? { sessionId, conversation: item.conversation } : nothing;
    return perform([{ kind: 'recall', key: sessionId, found }], done(lookup));
  },

  save(lookup, conversation, { random }) {
    // An ID that this server did not issue is never taken over: whoever chose it could read the session.
    const sessionId = lookup.sessionId ?? newSessionId(random);
    const item = { kind: 'session', sessionId, conversation } as const;
    const headers = lookup.sessionId === null ? [setCookie(SESSION_COOKIE, sessionId)] : [];
    return perform([{ kind: 'remember', key: sessionId, item }], done(headers));
  },
};

/** 128 random bits in hexadecimal: meaningless, and too many to guess (OWASP Session Management: at least 64). */
function newSessionId(random: RandomStream): string {
  return Array.from({ length: 8 }, () => random.integer(0, 0xffff).toString(16).padStart(4, '0')).join('');
}
