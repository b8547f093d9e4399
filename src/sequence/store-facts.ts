/** Reads messages between the keepers of sessions: servers and their store, or servers among themselves. */
import type { ReplicationMessage } from '../simulation/protocols/session-copies.ts';
import type {
  StoreCommand,
  StoreEntry,
  StorePeerMessage,
  StoreReply,
} from '../simulation/protocols/store.ts';
import { isSessionKey, readSession, type SessionData, storeKeyOf } from '../simulation/session.ts';
import { isLockKey, isLoginKey, isRevocationKey, KEY_RING_KEY } from '../simulation/store-keys.ts';
import type { CopyFacts, EntryFacts, EntryKind, SessionFacts, StoreMessage } from './step-facts.ts';

/** @param asked The command of this exchange, because a reply doesn't repeat it. */
export function readStoreMessage(
  body: StoreCommand | StorePeerMessage | StoreReply,
  asked: StoreCommand | null,
): StoreMessage {
  switch (body.kind) {
    case 'store-command':
      return readCommand(body);
    case 'store-reply':
      return readReply(body, asked);
    case 'store-copy': {
      const { write } = body;
      if (write.name === 'SET') return setOf('copy-set', write.key, write.value);
      return { kind: write.name === 'DEL' ? 'copy-delete' : 'copy-flush' };
    }
    case 'store-ping':
      return { kind: 'ping' };
    case 'store-sync':
      return { kind: 'sync' };
    case 'store-demotion':
      return { kind: 'demotion' };
    default:
      throw new Error(`Unknown message ${body satisfies never}`);
  }
}

export function readCopy(body: ReplicationMessage): CopyFacts['copy'] {
  switch (body.kind) {
    case 'session-copy':
      return body.copy.kind === 'session'
        ? { kind: 'session', session: factsOfData(body.copy.session.data) }
        : { kind: 'ended' };
    case 'sessions-wanted':
      return { kind: 'wanted' };
    case 'session-copies':
      return { kind: 'all', count: body.copies.filter(({ kind }) => kind === 'session').length };
    default:
      throw new Error(`Unknown message ${body satisfies never}`);
  }
}

function readCommand(command: StoreCommand): StoreMessage {
  const { key } = command;
  if (command.name === 'SET') {
    if (isLockKey(key)) return { kind: 'lock' };
    return setOf(command.onlyIfEqual === undefined ? 'set' : 'set-if-unchanged', key, command.value);
  }
  if (command.name === 'DELEX' && isLockKey(key)) return { kind: 'unlock' };
  const sessionId = isSessionKey(key) ? key.slice(storeKeyOf('').length) : null;
  return { kind: command.name === 'GET' ? 'get' : 'delete', entry: entryOf(key), sessionId };
}

function setOf(kind: 'set' | 'set-if-unchanged' | 'copy-set', key: string, value: string): StoreMessage {
  return { kind, entry: entryOf(key), session: sessionFactsIn(key, value) };
}

/** What an entry holds. */
export function entryFactsOf({ key, value }: StoreEntry): EntryFacts {
  return { entry: entryOf(key), session: sessionFactsIn(key, value) };
}

/** What is kept under this key. */
function entryOf(key: string): EntryKind {
  if (isSessionKey(key)) return 'session';
  if (isLoginKey(key)) return 'login';
  if (key === KEY_RING_KEY) return 'keys';
  if (isLockKey(key)) return 'lock';
  return isRevocationKey(key) ? 'revocation' : 'other';
}

function readReply(reply: StoreReply, asked: StoreCommand | null): StoreMessage {
  const entry = asked === null ? 'session' : entryOf(asked.key);
  switch (reply.reply) {
    case 'count':
      return asked?.name === 'DELEX' && reply.count === 0 ? { kind: 'changed' } : { kind: 'acknowledged' };
    case 'ok':
    case 'pong':
      return { kind: 'acknowledged' };
    case 'dump':
      return { kind: 'dump' };
    case 'error':
      return { kind: 'refused', code: reply.code };
    case 'value': {
      const { value } = reply;
      if (value === null) return missing(asked, entry);
      return { kind: 'found', entry, session: entry === 'session' ? sessionFactsOf(value) : null };
    }
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

/** Why there's no value: the key is missing, or the condition of a write wasn't met. */
function missing(asked: StoreCommand | null, entry: EntryKind): StoreMessage {
  if (asked?.name === 'SET' && asked.onlyIfAbsent === true) return { kind: 'locked' };
  if (asked?.name === 'SET' && asked.onlyIfEqual !== undefined) return { kind: 'changed' };
  return { kind: 'not-found', entry };
}

/** Null for store entries that aren't sessions. */
function sessionFactsIn(key: string, value: string): SessionFacts | null {
  return isSessionKey(key) ? sessionFactsOf(value) : null;
}

/** Null for a text that isn't a session. A reply doesn't name its key. */
function sessionFactsOf(value: string): SessionFacts | null {
  try {
    return factsOfData(readSession(value).data);
  } catch {
    return null;
  }
}

export function factsOfData({ conversation = {}, user }: SessionData): SessionFacts {
  return { conversation, userName: user?.name ?? null, isKnown: false };
}
