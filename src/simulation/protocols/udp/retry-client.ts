/**
 * A client that makes requests over UDP reliable by itself: it numbers them, sends them again until a reply comes, and
 * gives up after so many attempts. UDP remembers nothing; this client has to.
 */
import { type NumberedMessage, writeNumbered } from '../numbered-message.ts';

export interface RetrySettings {
  /** Until the first repetition; doubled for each that follows (RFC 8085 §3.1.1). */
  readonly timeoutUs: number;
  /** How often a request is sent before it is given up. */
  readonly attemptsMax: number;
}

/** 1 second where nothing is known of the round trip (RFC 8085 §3.1.1). */
export const standardRetrySettings: RetrySettings = { timeoutUs: 1_000_000, attemptsMax: 4 };

export interface RetryClient {
  readonly settings: RetrySettings;
  /** The number of the latest request; 0 before the first. */
  readonly latest: number;
  /** Requests without a reply. */
  readonly waiting: readonly WaitingRequest[];
}

interface WaitingRequest {
  readonly number: number;
  readonly text: string;
  readonly attempts: number;
}

type RetryClientEffect =
  /** The data of a datagram. */
  | { readonly kind: 'send'; readonly number: number; readonly data: string }
  | { readonly kind: 'set-timer'; readonly number: number; readonly delayUs: number }
  | { readonly kind: 'cancel-timer'; readonly number: number }
  | { readonly kind: 'answered'; readonly number: number; readonly text: string }
  /** Whether the server acted on the request, and how often, cannot be known. */
  | { readonly kind: 'gave-up'; readonly number: number };

export interface RetryClientReaction {
  readonly client: RetryClient;
  readonly effects: readonly RetryClientEffect[];
}

export function newRetryClient(settings: RetrySettings): RetryClient {
  return { settings, latest: 0, waiting: [] };
}

export function request(client: RetryClient, text: string): RetryClientReaction {
  const number = client.latest + 1;
  return attempt({ ...client, latest: number }, { number, text, attempts: 0 });
}

/** A second reply to the same request, or a reply to one that was given up, changes nothing. */
export function replyArrives(
  client: RetryClient,
  { kind, number, text }: NumberedMessage,
): RetryClientReaction {
  if (kind !== 'reply' || !client.waiting.some((each) => each.number === number)) {
    return { client, effects: [] };
  }
  return {
    client: without(client, number),
    effects: [
      { kind: 'cancel-timer', number },
      { kind: 'answered', number, text },
    ],
  };
}

/** The timer of this request has expired. */
export function retryTimeout(client: RetryClient, number: number): RetryClientReaction {
  const waiting = client.waiting.find((each) => each.number === number);
  if (waiting === undefined) return { client, effects: [] };
  if (waiting.attempts < client.settings.attemptsMax) return attempt(client, waiting);
  return { client: without(client, number), effects: [{ kind: 'gave-up', number }] };
}

function attempt(client: RetryClient, { number, text, attempts }: WaitingRequest): RetryClientReaction {
  const others = without(client, number);
  const waiting = [...others.waiting, { number, text, attempts: attempts + 1 }];
  const delayUs = client.settings.timeoutUs * 2 ** attempts;
  return {
    client: { ...others, waiting },
    effects: [
      { kind: 'send', number, data: writeNumbered({ kind: 'request', number, text }) },
      { kind: 'set-timer', number, delayUs },
    ],
  };
}

function without(client: RetryClient, number: number): RetryClient {
  return { ...client, waiting: client.waiting.filter((each) => each.number !== number) };
}
