/**
 * The other side of `retry-client.ts`. A server that remembers nothing acts on every copy of a request: at least once.
 * One that remembers the latest request of each client acts on it at most once, and answers a copy from memory
 * (Birrell and Nelson 1984). A later number tells it that the client is done with those before.
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
  /** Null while the application works on it. */
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

/** @param client Whatever tells one client from another: its address and port. */
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
  // A copy of an older request, or of one that is being worked on, must not be acted on again.
  if (known.number > number || known.reply === null) return { server, effect: { kind: 'ignore' } };
  return { server, effect: replyTo(number, known.reply) };
}

/** The application has acted on this request. */
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
