/**
 * Where the state of a session lives. A strategy says what the client sends along, how a server comes by the
 * session of a request, and what it does with the session afterwards. Servers, clients and the shop know nothing
 * else of it. Both steps are flows, so a strategy may ask other nodes on the way.
 */
import type { Flow } from '../actors/flow.ts';
import type { Conversation } from '../application/shop.ts';
import type { ClusterContext } from '../cluster.ts';
import type { Header, HttpRequest } from '../protocol/http.ts';

export const strategyIds = ['server-memory', 'client-state'] as const;
export type StrategyId = (typeof strategyIds)[number];

export const modes = ['stateful', 'stateless'] as const;
export type Mode = (typeof modes)[number];

export interface SessionLookup {
  /** The session that was found, or null: the request named none, or one that is not known here. */
  readonly sessionId: string | null;
  /** What is known of the conversation so far; empty when nothing was found. */
  readonly conversation: Conversation;
}

export interface Placement {
  readonly id: StrategyId;
  readonly mode: Mode;
  readonly clientCarries: 'what-is-new' | 'everything-so-far';
  load(request: HttpRequest, context: ClusterContext): Flow<SessionLookup>;
  /** Keeps the conversation as it stands after the request; the headers go into the response. */
  save(lookup: SessionLookup, conversation: Conversation, context: ClusterContext): Flow<readonly Header[]>;
}
