/**
 * The behaviour of a session strategy: how a server finds the session of a request, and what it does with the session
 * afterwards. Servers and applications use nothing else of it. All steps are flows, so a strategy may ask other nodes.
 */
import type { Flow } from '../actors/flow.ts';
import type { ClusterContext, ClusterEffect, ClusterInput } from '../cluster.ts';
import { type Header, type HttpRequest, type HttpResponse, jsonResponse } from '../protocols/http.ts';
import type { Claims, TokenRefusal } from '../protocols/token.ts';
import type { ClusterScenario } from '../scenario.ts';
import type { Session, SessionData } from '../session.ts';
import type { StrategyTraits } from './strategy-traits.ts';

/** Why what a client presented gives access to nothing. */
type LookupProblem =
  /** The request named no session: there is nothing wrong with it. */
  | 'none-presented'
  | 'unknown-session'
  | 'expired-session'
  /** Where sessions are kept does not answer. */
  | 'unavailable'
  /** Name and password are not those of an account. */
  | 'wrong-credentials'
  /** What is wrong with a token. */
  | TokenRefusal['kind'];

export type SessionLookup =
  /** `session` is null where the state came with the request, and nobody keeps it; a token may have brought it. */
  | {
      readonly kind: 'found';
      readonly data: SessionData;
      readonly session: Session | null;
      readonly claims?: Claims;
    }
  | {
      readonly kind: 'not-found';
      readonly problem: LookupProblem;
      /** Of a genuine token that has expired: it opens nothing, and still names the login that it belonged to. */
      readonly claims?: Claims;
    };

/** What goes into the response so that the client can come back to its session. */
export type Saved =
  | {
      readonly kind: 'saved';
      readonly headers: readonly Header[];
      readonly fields: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'unavailable' };

/** Where sessions are kept does not answer. */
export function sessionsUnavailable(): HttpResponse {
  return jsonResponse(503, [], { error: 'sessions-unavailable' });
}

/** A strategy with the settings of one scenario. */
export interface SessionStrategy {
  load(request: HttpRequest, context: ClusterContext): Flow<SessionLookup>;
  /**
   * Keeps `data` as it stands after the request.
   *
   * @param options.isLogin Somebody has just proven who they are: the session may need a new ID.
   */
  save(
    lookup: SessionLookup,
    data: SessionData,
    context: ClusterContext,
    options: { readonly isLogin: boolean },
  ): Flow<Saved>;
  /** Ends the session, on the server's side and, by the response, on the client's. */
  end(lookup: SessionLookup, context: ClusterContext): Flow<Saved>;
  /** What `401 Unauthorized` asks for (RFC 9110 §11.6.1). */
  challenge(problem: LookupProblem): Header;
  /** Answers a request that concerns the session alone, and no application; undefined when it is none of those. */
  answer?(request: HttpRequest, context: ClusterContext): Flow<HttpResponse> | undefined;
  /**
   * What this strategy does on a server besides requests: its timers have names (numbers are requests'), and the
   * messages it hears are not HTTP.
   */
  react?(input: ClusterInput, context: ClusterContext): readonly ClusterEffect[];
  /** What a server that was drained gives away before it leaves. */
  handOver?(context: ClusterContext): readonly ClusterEffect[];
}

/** One strategy: what it is, and how to create it. Each file of a strategy exports one. */
export interface StrategyDescriptor extends StrategyTraits {
  /** Whether the cluster has a session store beside the servers. */
  usesStore(scenario: ClusterScenario): boolean;
}
