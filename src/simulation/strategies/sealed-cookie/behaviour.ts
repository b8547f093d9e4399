/**
 * The whole session in an encrypted, authenticated cookie, as in Rails, ASP.NET Core and iron-session. Flask's is only
 * signed. Each use seals it anew, because it says when the session was used last.
 */
import { done, type Flow } from '../../actors/flow.ts';
import { isIdentity } from '../../applications/account.ts';
import { isNote } from '../../applications/note.ts';
import { readConversation } from '../../applications/shop-http.ts';
import type { ClusterContext } from '../../cluster.ts';
import { cookieOf, deleteCookie, setCookie } from '../../protocols/cookies.ts';
import { type HttpRequest, parseJsonObject } from '../../protocols/http.ts';
import { open, seal } from '../../protocols/jwe.ts';
import type { ClusterScenario } from '../../scenario.ts';
import { isExpired, type Session, type SessionData, type SessionPolicy, sessionText } from '../../session.ts';
import { keyRingOf, tendKeyRing } from '../key-ring.ts';
import {
  cookieChallenge,
  foundSession,
  nextSession,
  notPresented,
  SEALED_COOKIE,
  sessionExpired,
} from '../session-cookie.ts';
import type { Saved, SessionLookup, SessionStrategy } from '../session-strategy.ts';

const ALGORITHM = 'A256GCM';

const challenge = cookieChallenge(SEALED_COOKIE);
/** No server remembers a session, so none can end it. The browser deletes its copy; any other copy stays valid. */
const deleted: Saved = { kind: 'saved', headers: [deleteCookie(SEALED_COOKIE)], fields: {} };

export function createSealedCookie({
  sessions,
  keys,
  store,
  seed,
}: Pick<ClusterScenario, 'sessions' | 'keys' | 'store' | 'seed'>): SessionStrategy {
  return {
    load: (request, context) => done(load(request, context, sessions)),
    save: (lookup, data, context, { isLogin }) =>
      save(lookup, data, context, { renewsId: isLogin && sessions.renewsIdAtLogin }),
    end: () => done(deleted),
    challenge: () => challenge,
    react: (input, context) => tendKeyRing(input, context, { keys, seed, store, algorithm: ALGORITHM }),
  };
}

function load(request: HttpRequest, { memory, nowUs }: ClusterContext, policy: SessionPolicy): SessionLookup {
  const cookie = cookieOf(request, SEALED_COOKIE);
  if (cookie === undefined) return notPresented;
  const opened = open(cookie, keyRingOf(memory).verification);
  if (opened.kind === 'refused') return { kind: 'not-found', problem: opened.refusal.kind };
  const session = sessionIn(opened.plaintext);
  if (session === undefined) return { kind: 'not-found', problem: 'malformed' };
  return isExpired(session, policy, nowUs) ? sessionExpired : { kind: 'found', data: session.data, session };
}

function save(
  lookup: SessionLookup,
  data: SessionData,
  context: ClusterContext,
  options: { readonly renewsId: boolean },
): Flow<Saved> {
  const { signing } = keyRingOf(context.memory);
  if (signing?.alg !== ALGORITHM) return done({ kind: 'cannot-seal' });
  const session = nextSession(foundSession(lookup), data, context, options);
  const cookie = setCookie(SEALED_COOKIE, seal(sessionText(session), signing, context.random));
  return done({ kind: 'saved', headers: [cookie], fields: {} });
}

/** Sealed data is still validated, because another program may have the same key. */
function sessionIn(text: string): Session | undefined {
  const { id, data, createdUs, lastSeenUs, version } = parseJsonObject(text) ?? {};
  const numbers = [createdUs, lastSeenUs, version];
  const isWhole = typeof id === 'string' && numbers.every(Number.isSafeInteger) && isSessionData(data);
  return isWhole ? (JSON.parse(text) as Session) : undefined;
}

function isSessionData(value: unknown): value is SessionData {
  if (typeof value !== 'object' || value === null) return false;
  const { user, conversation, note } = value as Readonly<Record<string, unknown>>;
  const isConversation = typeof conversation === 'object' && conversation !== null;
  return (
    (user === undefined || isIdentity(user)) &&
    (note === undefined || isNote(note)) &&
    (conversation === undefined || (isConversation && !('problem' in readConversation({ ...conversation }))))
  );
}
