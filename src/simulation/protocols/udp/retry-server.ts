/**
 * The server for `retry-client.ts`. A stateless server executes every copy of a request: at-least-once. A server that
 * remembers each client's latest request executes it at most once, and answers a duplicate from memory (Birrell and
 * Nelson 1984). A higher number tells it that the client is done with earlier requests.
 */
import { type NumberedMessage, writeNumbered } from '../numbered-message.ts';

export type Semantics = 'at-least-once' | 'at-most-once';

export interface RetryServer {
  readonly semantics: Semantics;
  /** Under `at-most-once`: each client's latest request. */
  readonly latest: ReadonlyMap<string, LatestRequest>;
}

interface LatestRequest {
  readonly number: number;
  /** Null while the application is working. */
  readonly reply: string | null;
}

export interface RetryServerReaction {
  readonly server: RetryServer;
  readonly effect:
    | { readonly kind: 'act'; readonly text: string }
    | { readonly kind: 'send'; readonly data: string }
    | { readonly kind: 'ignore' };
}

export function newRetryServer(semantics: Semantics): RetryServer {
  return { semantics, latest: new Map() };
}

/** @param client Identifies a client: its address and port. */
export function requestArrives(
  server: RetryServer,
  client: string,
  { kind, number, text }: NumberedMessage,
): RetryServerReaction {
  if (kind !== 'request') return { server, effect: { kind: 'ignore' } };
  if (server.semantics === 'at-least-once') return { server, effect: { kind: 'act', text } };
  const known = server.latest.get(client);
  if (known === undefined || known.number < number) {
    return { server: remember(server, client, { number, reply: null }), effect: { kind: 'act', text } };
  }
  // Don't execute a copy of an older request, or of one in progress, again.
  if (known.number > number || known.reply === null) return { server, effect: { kind: 'ignore' } };
  return { server, effect: replyTo(number, known.reply) };
}

/** Handles the application's result of this request. */
export function requestDone(
  server: RetryServer,
  client: string,
  number: number,
  reply: string,
): RetryServerReaction {
  const isLatest = server.latest.get(client)?.number === number;
  return {
    server: isLatest ? remember(server, client, { number, reply }) : server,
    effect: replyTo(number, reply),
  };
}

function replyTo(number: number, text: string): { kind: 'send'; data: string } {
  return { kind: 'send', data: writeNumbered({ kind: 'reply', number, text }) };
}

function remember(server: RetryServer, client: string, latest: LatestRequest): RetryServer {
  return { ...server, latest: new Map(server.latest).set(client, latest) };
}
