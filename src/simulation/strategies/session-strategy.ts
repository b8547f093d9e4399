/**
 * The behaviour of a session strategy: how a server finds a request's session, and what it does with the session
 * afterwards. Servers and applications use nothing else. All steps are flows, so a strategy can query other nodes.
 */
import type { Flow } from '../actors/flow.ts';
import type { ClusterContext, ClusterEffect, ClusterInput } from '../cluster.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocols/http.ts';
import type { JweRefusal } from '../protocols/jwe.ts';
import type { Claims, TokenRefusal } from '../protocols/token.ts';
import type { Session, SessionData } from '../session.ts';

/** Why the presented credentials give no access. */
type LookupProblem =
  /** The request named no session, which isn't an error. */
  | 'none-presented'
  | 'unknown-session'
  | 'expired-session'
  /** Another version of the code wrote the session. */
  | 'other-format'
  /** The session store doesn't serve the request. */
  | StoreProblem
  /** The database doesn't, which proves the user where the request brings name and password. */
  | 'database-unavailable'
  /** Another request holds the session's lock. */
  | 'locked'
  /** Name and password don't match an account. */
  | 'wrong-credentials'
  /** The token was refused. */
  | TokenRefusal['kind']
  /** The sealed cookie couldn't be opened. */
  | JweRefusal['kind'];

export type SessionLookup =
  /** `session` is null where the request repeats the state, or has it in a token. */
  | {
      readonly kind: 'found';
      readonly data: SessionData;
      readonly session: Session | null;
      readonly claims?: Claims;
      readonly lock?: SessionLock;
    }
  | {
      readonly kind: 'not-found';
      readonly problem: LookupProblem;
      /** Claims of a genuine but expired token. It gives no access, but still names its login. */
      readonly claims?: Claims;
      readonly lock?: SessionLock;
    };

/** A session's lock that this request holds until its response is ready. */
export interface SessionLock {
  readonly key: string;
  /** Known to its holder only, so that no request releases another one's lock. */
  readonly secret: string;
}

/** What to add to the response so that the client can resume its session. */
export type Saved =
  | {
      readonly kind: 'saved';
      readonly headers: readonly Header[];
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: StoreProblem | KeyProblem }
  /** Another request has changed or ended the session since it was loaded. Nothing was saved. */
  | { readonly kind: 'conflict' };

/** No store answers, or a full one refuses the write. */
export type StoreProblem = 'unavailable' | 'store-full';

/** The server has no key to sign a token or to seal a cookie with. */
type KeyProblem = 'cannot-sign' | 'cannot-seal';

/** The server can't read or write the session. */
export function sessionsUnavailable(problem: StoreProblem | KeyProblem): HttpResponse {
  return jsonResponse(503, [], { error: problem === 'unavailable' ? 'sessions-unavailable' : problem });
}

/** The server can't check the name and password that the request brings. */
export function userUnproved(): HttpResponse {
  return jsonResponse(503, [], { error: 'database-unavailable' });
}

/** Other requests changed the session each time that this one was executed (RFC 9110 §15.5.10). */
export function sessionConflict(): HttpResponse {
  return jsonResponse(409, [], { error: 'session-conflict' });
}

export function sessionLocked(): HttpResponse {
  return jsonResponse(503, [], { error: 'session-locked' });
}

/** A strategy with the settings of one scenario. */
export interface SessionStrategy {
  load(request: HttpRequest, context: ClusterContext): Flow<SessionLookup>;
  /**
   * Stores `data` after the request.
   *
   * @param options.isLogin The user has just authenticated, so the session can need a new ID.
   */
  save(
    lookup: SessionLookup,
    data: SessionData,
    context: ClusterContext,
    options: { readonly isLogin: boolean },
  ): Flow<Saved>;
  /**
   * Whether the session is saved before the request acts outside of it, because the save can fail with a conflict and
   * the request then starts again.
   */
  readonly savesFirst?: boolean;
  /** Releases what the lookup has locked. Called once, when the response is ready. */
  release?(lookup: SessionLookup, context: ClusterContext): Flow<void>;
  /** Ends the session on the server, and by the response on the client. */
  end(lookup: SessionLookup, context: ClusterContext): Flow<Saved>;
  /** The challenge of a `401 Unauthorized` (RFC 9110 §11.6.1). */
  challenge(problem: LookupProblem): Header;
  /** Responds to a request about the session alone, without an application; undefined for other requests. */
  answer?(request: HttpRequest, context: ClusterContext): Flow<HttpResponse> | undefined;
  /**
   * Handles a server's inputs other than requests. Its timers have names (numbers belong to requests), and its messages
   * aren't HTTP.
   */
  react?(input: ClusterInput, context: ClusterContext): readonly ClusterEffect[];
  /** Hands state over before a drained server leaves. */
  handOver?(context: ClusterContext): readonly ClusterEffect[];
}
