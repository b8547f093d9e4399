/**
 * Messages to the session store and between its two nodes: Redis commands in RESP2 (redis.io, Redis serialization
 * protocol specification).
 */
import type { NodeId } from '../kernel/actor.ts';
import { unixMillisecondsAt } from './calendar.ts';
import { utf8Bytes } from './utf8.ts';
import { TextWriter, type Writer } from './writer.ts';

/** Commands for any client of a store: string values by key, each with an expiry. */
export type StoreCommand = { readonly kind: 'store-command' } & (
  | { readonly name: 'GET' | 'DEL'; readonly key: string }
  | {
      readonly name: 'SET';
      readonly key: string;
      readonly value: string;
      /** Null for a value that never expires. */
      readonly ttlSeconds: number | null;
      /** SET XX: overwrites an existing key only, so that a key deleted in the meantime stays deleted. */
      readonly onlyIfExists: boolean;
      /** SET NX: never overwrites, so that of several writers the first one wins, as with a lock. */
      readonly onlyIfAbsent?: true;
      /** SET IFEQ (Redis 8.4): overwrites this value only, which is a compare-and-set. */
      readonly onlyIfEqual?: string;
    }
  /** DELEX IFEQ (Redis 8.4): deletes the key only while it has this value. */
  | { readonly name: 'DELEX'; readonly key: string; readonly onlyIfEqual: string }
);

export interface StoreEntry {
  readonly key: string;
  readonly value: string;
  /** Virtual microseconds, in whole milliseconds; `NEVER_US` without an expiry. */
  readonly expiresAtUs: number;
}

/** Expiry of an entry that never expires. A number, because JSON has no infinity. */
export const NEVER_US = Number.MAX_SAFE_INTEGER;

/** A write as it's replicated, with an absolute expiry instead of a time to live. */
export type StoreWrite =
  | ({ readonly name: 'SET' } & StoreEntry)
  | { readonly name: 'DEL'; readonly key: string }
  | { readonly name: 'FLUSHALL' };

/**
 * Messages between a store and its peer. `offset` is a position in the stream of copies, counted in writes. Redis counts
 * it in bytes and TCP carries it, so it isn't part of a message's text.
 */
export type StorePeerMessage =
  /** Sent by the primary after each write. `offset` is the position after it. */
  | { readonly kind: 'store-copy'; readonly write: StoreWrite; readonly offset: number }
  | { readonly kind: 'store-ping' }
  /** Requests a full synchronization, and every write from then on. */
  | { readonly kind: 'store-sync' }
  /** Tells the receiver to become a replica of this node. */
  | { readonly kind: 'store-demotion'; readonly primary: NodeId };

export type StoreErrorCode = keyof typeof errorTexts;

export type StoreReply = { readonly kind: 'store-reply' } & (
  | { readonly reply: 'ok' }
  /** `offset` is the position of the last copy sent; null if the pinged node doesn't send copies. */
  | { readonly reply: 'pong'; readonly offset: number | null }
  /** Reply to GET; to SET, null when the condition failed. */
  | { readonly reply: 'value'; readonly value: string | null }
  | { readonly reply: 'count'; readonly count: number }
  /** The copies after `offset` follow. */
  | { readonly reply: 'dump'; readonly entries: readonly StoreEntry[]; readonly offset: number }
  | { readonly reply: 'error'; readonly code: StoreErrorCode }
);

/** Redis's own error texts. */
const errorTexts = {
  LOADING: 'Redis is loading the dataset in memory',
  MASTERDOWN: "Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
  OOM: "command not allowed when used memory > 'maxmemory'.",
  NOMASTERLINK: "Can't SYNC while not connected with my master",
  READONLY: "You can't write against a read only replica.",
} as const;

const CRLF = '\r\n';
const PORT = '6379';

export function writeStore(message: StoreCommand | StorePeerMessage | StoreReply, out: Writer): void {
  switch (message.kind) {
    case 'store-command':
      writeCommand(wordsOf(message), out);
      return;
    case 'store-copy':
      writeCommand(wordsOfWrite(message.write), out);
      return;
    case 'store-ping':
      writeCommand(['PING'], out);
      return;
    case 'store-sync':
      writeCommand(['SYNC'], out);
      return;
    case 'store-demotion':
      writeCommand(['REPLICAOF', message.primary, PORT], out);
      return;
    case 'store-reply':
      writeReply(message, out);
      return;
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

function wordsOf(command: StoreCommand): readonly string[] {
  switch (command.name) {
    case 'GET':
    case 'DEL':
      return [command.name, command.key];
    case 'DELEX':
      return ['DELEX', command.key, 'IFEQ', command.onlyIfEqual];
    case 'SET': {
      const { key, value, ttlSeconds } = command;
      const expiry = ttlSeconds === null ? [] : ['EX', String(ttlSeconds)];
      return ['SET', key, value, ...expiry, ...conditionOf(command)];
    }
    default:
      throw new Error(`Unknown command ${command satisfies never}`);
  }
}

function conditionOf(set: Extract<StoreCommand, { name: 'SET' }>): readonly string[] {
  if (set.onlyIfEqual !== undefined) return ['IFEQ', set.onlyIfEqual];
  if (set.onlyIfAbsent === true) return ['NX'];
  return set.onlyIfExists ? ['XX'] : [];
}

function wordsOfWrite(write: StoreWrite): readonly string[] {
  switch (write.name) {
    case 'SET':
      return write.expiresAtUs === NEVER_US
        ? ['SET', write.key, write.value]
        : ['SET', write.key, write.value, 'PXAT', String(unixMillisecondsAt(write.expiresAtUs))];
    case 'DEL':
      return ['DEL', write.key];
    case 'FLUSHALL':
      return ['FLUSHALL'];
    default:
      throw new Error(`Unknown write ${write satisfies never}`);
  }
}

/** A RESP array of bulk strings. */
function writeCommand(words: readonly string[], out: Writer): void {
  out.ascii(`*${words.length}${CRLF}`);
  for (const word of words) writeBulkString(word, out);
}

function writeBulkString(text: string, out: Writer): void {
  out.ascii(`$${utf8Bytes(text)}${CRLF}`);
  out.text(text);
  out.ascii(CRLF);
}

function writeReply(reply: StoreReply, out: Writer): void {
  switch (reply.reply) {
    case 'ok':
    case 'pong':
      out.ascii(`+${reply.reply.toUpperCase()}${CRLF}`);
      return;
    case 'value':
      if (reply.value === null) out.ascii(`$-1${CRLF}`);
      else writeBulkString(reply.value, out);
      return;
    case 'count':
      out.ascii(`:${reply.count}${CRLF}`);
      return;
    case 'dump': {
      const commands = dumpOf(reply.entries);
      out.ascii(`$${utf8Bytes(commands)}${CRLF}`);
      out.text(commands);
      return;
    }
    case 'error':
      out.ascii(`-${reply.code} ${errorTexts[reply.code]}${CRLF}`);
      return;
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

/** The commands that rebuild a store. Redis sends a binary file instead, framed in the same way. */
function dumpOf(entries: readonly StoreEntry[]): string {
  const out = new TextWriter();
  for (const entry of entries) writeCommand(wordsOfWrite({ name: 'SET', ...entry }), out);
  return out.written;
}
