/** What is said to the session store and by it, and between servers that keep copies, in English. */
import type { Phrase } from '../../sequence/phrasebook.ts';
import type { CopyFacts, EntryKind, SessionFacts, StoreFacts } from '../../sequence/step-facts.ts';
import type { StoreErrorCode } from '../../simulation/protocols/store.ts';
import { phrase, shortId, toned } from '../phrases.ts';
import { memoryIn } from './speech.ts';
import { nameOf, number } from './words.ts';

export function storeLabel({ message }: StoreFacts): string {
  const facts = 'session' in message ? wordsOf(message) : '';
  switch (message.kind) {
    case 'get': {
      const { entry, sessionId } = message;
      return sessionId === null ? questions[entry] : `Session ${shortId(sessionId)}?`;
    }
    case 'set':
      return `Keep: ${facts}`;
    case 'delete':
      return `Forget this ${nouns[message.entry]}`;
    case 'found':
      return facts;
    case 'not-found':
      return message.entry === 'revocation' ? 'Not on the list' : 'Never heard of it';
    case 'refused':
      return refusals[message.code];
    case 'acknowledged':
      return 'OK';
    case 'copy-set':
      return `Copy: ${facts}`;
    case 'copy-delete':
      return 'Forgotten, too';
    case 'copy-flush':
      return 'All forgotten';
    case 'ping':
      return 'Are you there?';
    case 'sync':
      return 'Tell me everything';
    case 'dump':
      return 'Everything';
    case 'demotion':
      return 'I am in charge now';
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

const refusals: Record<StoreErrorCode, string> = {
  LOADING: 'Still loading',
  MASTERDOWN: 'My primary is out of reach',
  NOMASTERLINK: 'I know nothing myself',
  READONLY: 'I may not write',
};

const nouns: Record<EntryKind, string> = {
  session: 'session',
  login: 'login',
  revocation: 'revoked token',
  other: 'entry',
};

const questions: Record<EntryKind, string> = {
  session: 'Is there such a session?',
  login: 'Is there such a login?',
  revocation: 'Is the token revoked?',
  other: 'Is it there?',
};

interface Entry {
  readonly entry: EntryKind;
  readonly session: SessionFacts | null;
}

function wordsOf({ entry, session }: Entry): string {
  if (session !== null) return memoryIn(session);
  return entry === 'other' ? 'an entry' : `a ${nouns[entry]}`;
}

/** What a message to or from the store means, and its decisive part. */
export function storeCaption({ from, to, message }: StoreFacts): Phrase {
  const [here, there] = [nameOf(from), nameOf(to)];
  switch (message.kind) {
    case 'get':
      return phrase(`${here} ${lookups[message.entry]}`);
    case 'set':
      return phrase(`${here} has the store remember:`, toned('memory', wordsOf(message)));
    case 'delete':
      return phrase(`${here} has the store forget the ${nouns[message.entry]}.`);
    case 'found':
      return phrase(`${here} finds it:`, toned('memory', wordsOf(message)));
    case 'not-found':
      return message.entry === 'revocation'
        ? phrase(`${here} looks at its list.`, toned('reply', 'The token is not on it.'))
        : phrase(`${here} looks for the ${nouns[message.entry]}.`, toned('failure', 'It has none.'));
    case 'refused':
      return phrase(`${here} cannot do that now.`, toned('failure', `${refusals[message.code]}.`));
    case 'acknowledged':
      return phrase(`${here} has done it.`);
    case 'copy-set':
      return phrase(`${here} copies to its replica:`, toned('memory', wordsOf(message)));
    case 'copy-delete':
    case 'copy-flush':
      return phrase(`${here} tells its replica what it has forgotten.`);
    case 'ping':
      return phrase(`${here} asks whether ${there} is there.`);
    case 'sync':
      return phrase(`${here} asks ${there} for everything.`);
    case 'dump':
      return phrase(`${here} sends ${there} everything that it has.`);
    case 'demotion':
      return phrase(`${here} stands in, and ${there} is to follow it.`);
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

const lookups: Record<EntryKind, string> = {
  session: 'remembers nothing itself, and asks the store for the session.',
  login: 'asks the store for the login that the refresh token belongs to.',
  revocation: 'asks the store whether the token has been revoked.',
  other: 'looks something up in the store.',
};

export function copyLabel({ copy }: CopyFacts): string {
  switch (copy.kind) {
    case 'session':
      return `Copy: ${memoryIn(copy.session)}`;
    case 'ended':
      return 'This session is over';
    case 'wanted':
      return 'What do you know?';
    case 'all':
      return `Copies: ${number.format(copy.count)}`;
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
}

export function copyCaption({ from, to, copy }: CopyFacts): Phrase {
  const [here, there] = [nameOf(from), nameOf(to)];
  switch (copy.kind) {
    case 'session':
      return phrase(
        `${here} passes its note on. Now ${there} knows, too:`,
        toned('memory', memoryIn(copy.session)),
      );
    case 'ended':
      return phrase(`${here} tells ${there} that the session is over.`);
    case 'wanted':
      return phrase(`${here} is new, and asks ${there} for everything.`);
    case 'all':
      return phrase(`${here} sends ${there} everything that it knows.`);
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
}
