/** The words for a recording that was read from a file, implemented once per language. */
import type { CallKind, Purpose } from './capture.ts';

export interface RecordedWords {
  readonly browser: string;
  /** The sender of the first request of a trace. */
  readonly caller: string;
  /** The caller, if its own span isn't in the file. */
  readonly missing: string;
  kind(kind: CallKind): string;
  /** Before the cookies or tokens of a message: those it carries, those it sets. */
  sent(credentials: string): string;
  set(credentials: string): string;
  deleted(name: string): string;
  /** After a list, for those that don't fit. */
  more(count: number): string;
  redirect(target: string): string;
  fromCache(where: 'disk-cache' | 'memory-cache'): string;
  /** A request without a response. `reason` is the browser's code; empty if there's none. */
  failed(reason: string): string;
  answered(): string;

  /** Notes. Each one is a full sentence. */
  changed(purpose: Exclude<Purpose, 'other'>, before: string, after: string): string;
  wasDeleted(credential: string): string;
  expired(credential: string): string;
  notSent(credential: string): string;
  rejected(name: string, domain: string): string;
  readonly missingParent: string;
  clockBehind(name: string, milliseconds: number): string;
  clockAhead(name: string, milliseconds: number): string;
  trace(id: string): string;
}
