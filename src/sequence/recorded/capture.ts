/** A recording of real requests, read from a file: who called whom and when. In no particular language. */
import type { ParticipantShape } from '../imported-diagram.ts';

export interface Capture {
  readonly source: 'har' | 'otlp';
  /** Empty without one. */
  readonly title: string;
  readonly participants: readonly CaptureParticipant[];
  /** In the order in which they started. */
  readonly calls: readonly Call[];
  /** Entries that couldn't be read. */
  readonly skipped: number;
  /** Whether any cookie or token is in it. Browsers leave them out of a HAR file unless they're asked for. */
  readonly hasCredentials: boolean;
}

export interface CaptureParticipant {
  readonly id: string;
  readonly shape: ParticipantShape;
  /** `named` has a name of its own; the words for others depend on the language. */
  readonly role: 'named' | 'browser' | 'caller' | 'missing';
  readonly name: string;
}

export const callKinds = [
  ...(['document', 'fetch', 'script', 'style', 'image', 'font', 'media', 'socket', 'other'] as const),
  ...(['http', 'rpc', 'database', 'messaging', 'internal'] as const),
] as const;
export type CallKind = (typeof callKinds)[number];

export interface Call {
  readonly from: string;
  readonly to: string;
  readonly kind: CallKind;
  /** Microseconds since the first call. */
  readonly startUs: number;
  /** Null for a message that expects no answer. */
  readonly endUs: number | null;
  readonly request: Words;
  /** Cookies and tokens of the request. */
  readonly sent: readonly Credential[];
  readonly answer: Answer | null;
  /** Remarkable facts about the request, and about its answer. */
  readonly sentMarks: readonly Mark[];
  readonly answerMarks: readonly Mark[];
  /** Whether the receiver's work is shown as a bar. */
  readonly isWork: boolean;
}

/** What a message says: without values of parameters, and with them. */
export interface Words {
  readonly short: string;
  readonly full: string;
}

export interface Answer {
  /** The words of its status: `200 OK`. Empty if the file has none. */
  readonly status: string;
  readonly isError: boolean;
  readonly from: 'network' | 'disk-cache' | 'memory-cache';
  /** Where a redirect leads. */
  readonly location: Words | null;
  /** Why there was no response. Null if there was one; empty if the file doesn't say. */
  readonly failure: string | null;
  readonly set: readonly Credential[];
}

export type Purpose = 'session' | 'affinity' | 'token' | 'other';

/** A value of a cookie or a token. */
export interface Credential {
  readonly kind: 'cookie' | 'token';
  readonly name: string;
  readonly purpose: Purpose;
  readonly value: string;
  /** Which of the name's distinct values it is, from 1. 0 for a deleted cookie. */
  readonly number: number;
}

export type Mark =
  /** A session ID, an affinity cookie or a token has another value than before. */
  | {
      readonly kind: 'changed';
      readonly purpose: 'session' | 'affinity' | 'token';
      readonly before: Credential;
      readonly after: Credential;
    }
  | { readonly kind: 'deleted' | 'expired' | 'not-sent'; readonly credential: Credential }
  /** The browser must ignore it: its domain isn't the host's (RFC 6265 §5.3). */
  | { readonly kind: 'rejected'; readonly name: string; readonly domain: string }
  /** The span of the caller isn't in the file. */
  | { readonly kind: 'missing-parent' }
  /** The receiver's clock was this much behind the caller's; negative if ahead. Its times were corrected. */
  | { readonly kind: 'clock-skew'; readonly name: string; readonly behindUs: number }
  /** Several traces follow each other. */
  | { readonly kind: 'trace'; readonly id: string };

export type CaptureProblem =
  | { readonly kind: 'not-json' | 'truncated' | 'unknown-format' | 'no-calls' | 'not-read' }
  | { readonly kind: 'too-large'; readonly megabytes: number; readonly megabytesMax: number };
