/**
 * A client that makes requests over UDP reliable: it numbers them, retries until a reply arrives, and gives up after
 * `attemptsMax` attempts. UDP is stateless, so this client keeps the state.
 */
import { type NumberedMessage, writeNumbered } from '../numbered-message.ts';

export interface RetrySettings {
  /** Time before the first retry; doubled for each later one (RFC 8085 §3.1.1). */
  readonly timeoutUs: number;
  /** How often a request is sent before the client gives up. */
  readonly attemptsMax: number;
}

/** 1 second, for an unknown round-trip time (RFC 8085 §3.1.1). */
export const standardRetrySettings: RetrySettings = { timeoutUs: 1_000_000, attemptsMax: 4 };

export interface RetryClient {
  readonly settings: RetrySettings;
  /** Number of the latest request; 0 before the first. */
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
  /** The datagram's data. */
  | { readonly kind: 'send'; readonly number: number; readonly data: string }
  | { readonly kind: 'set-timer'; readonly number: number; readonly delayUs: number }
  | { readonly kind: 'cancel-timer'; readonly number: number }
  | { readonly kind: 'answered'; readonly number: number; readonly text: string }
  /** It's unknown whether, and how often, the server executed the request. */
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

/** Ignores a duplicate reply, and a late reply to a request that was given up. */
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

/** Handles the expired timer of this request. */
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
