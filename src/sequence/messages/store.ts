/** Messages to and from the session store, and between servers that keep copies. */
import type { CopyFacts, EntryFacts, OverwriteFacts, StoreFacts } from '../step-facts.ts';
import { shortId } from './excerpts.ts';
import { type Message, message, type TonedMessage } from './message.ts';
import { ended, endsOf, plain, quoted, toned } from './nodes.ts';
import { memoryIn, said } from './speech.ts';

export function storeLabel({ message: sent }: StoreFacts): Message {
  switch (sent.kind) {
    case 'get':
      return sent.sessionId === null
        ? message(`store.get.${sent.entry}`)
        : message('store.get-session', { session: shortId(sent.sessionId) });
    case 'set':
    case 'set-if-unchanged':
      return message(`store.${sent.kind}`, { entry: entryIn(sent) });
    case 'delete':
      return message(`store.delete.${sent.entry}`);
    case 'found':
      return entryIn(sent);
    case 'not-found':
      return message(sent.entry === 'revocation' ? 'store.not-on-list' : 'store.not-found');
    case 'refused':
      return message(`store.refused.${sent.code}`);
    case 'copy-set':
      return message('store.copy', { entry: entryIn(sent) });
    default:
      return message(`store.${sent.kind}`);
  }
}

export function entryIn({ entry, session }: EntryFacts): Message {
  return session === null ? message(`store.entry.${entry}`) : memoryIn(session);
}

/** Meaning of a message to or from the store, and its decisive part. */
export function storeCaption({ message: sent, ...way }: StoreFacts): readonly TonedMessage[] {
  const ends = endsOf(way);
  const { from } = ends;
  switch (sent.kind) {
    case 'get':
      return [plain(message(`store.asks-for.${sent.entry}`, { from }))];
    case 'set': {
      const undone = [...overwriteCaption(way.overwrite), ...evictionCaption(way.evicted)];
      const entry = entryIn(sent);
      const kept = toned('memory', undone.length === 0 ? entry : ended(entry));
      return [plain(message('store.keeps', { from })), kept, ...undone];
    }
    case 'set-if-unchanged':
      return [plain(message('store.keeps-if-unchanged', { from })), toned('memory', entryIn(sent))];
    case 'lock':
      return [plain(message('store.takes-lock', { from }))];
    case 'unlock':
      return [plain(message('store.returns-lock', { from }))];
    case 'locked':
      return [plain(message('store.is-locked')), toned('failure', message('store.must-wait'))];
    case 'changed':
      return [plain(message('store.has-changed')), toned('failure', message('store.nothing-written'))];
    case 'delete':
      return [plain(message(`store.forgets.${sent.entry}`, { from }))];
    case 'found':
      return [plain(message('store.finds', { from })), toned('memory', entryIn(sent))];
    case 'not-found':
      return sent.entry === 'revocation'
        ? [
            plain(message('store.looks-at-list', { from })),
            toned('reply', message('store.token-not-revoked')),
          ]
        : [
            plain(message(`store.looks-for.${sent.entry}`, { from })),
            toned('failure', message('caption.has-none')),
          ];
    case 'refused': {
      const words = message(`store.refused.${sent.code}`);
      return [
        plain(message('store.refuses', { from })),
        toned('failure', message('store.refusal', { words })),
      ];
    }
    case 'acknowledged':
      return [plain(message('store.has-done-it', { from }))];
    case 'copy-set':
      return [plain(message('store.copies', { from })), toned('memory', entryIn(sent))];
    case 'copy-delete':
    case 'copy-flush':
      return [plain(message('store.tells-what-is-gone', { from }))];
    default:
      return [plain(message(peerCaptions[sent.kind], ends))];
  }
}

function evictionCaption(evicted: EntryFacts | null): readonly TonedMessage[] {
  return evicted === null ? [] : [toned('failure', message('caption.evicted', { memory: entryIn(evicted) }))];
}

/** The change that a write has undone, and whose it was. */
export function overwriteCaption(overwrite: OverwriteFacts | null): readonly TonedMessage[] {
  if (overwrite === null) return [];
  const words = quoted(said(overwrite.victim));
  return [toned('failure', message(`caption.${overwrite.kind}`, { words }))];
}

/** Messages between a store's primary and its replica. */
const peerCaptions = {
  ping: 'store.pings',
  sync: 'store.asks-for-all',
  dump: 'store.sends-all',
  demotion: 'store.demotes',
} as const;

export function copyLabel({ copy }: CopyFacts): Message {
  switch (copy.kind) {
    case 'session':
      return message('store.copy', { entry: memoryIn(copy.session) });
    case 'all':
      return message('copy.all', { count: copy.count });
    default:
      return message(`copy.${copy.kind}`);
  }
}

export function copyCaption({ copy, ...way }: CopyFacts): readonly TonedMessage[] {
  const caption = plain(message(copyCaptions[copy.kind], endsOf(way)));
  return copy.kind === 'session' ? [caption, toned('memory', memoryIn(copy.session))] : [caption];
}

const copyCaptions = {
  session: 'copy.passes-on',
  ended: 'copy.says-it-ended',
  wanted: 'copy.asks-for-all',
  all: 'copy.sends-all',
} as const;
