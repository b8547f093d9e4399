/** What is said to the session store and by it, and between servers that keep copies, in Korean. */
import type { Phrase } from '../../sequence/phrasebook.ts';
import type { CopyFacts, EntryKind, SessionFacts, StoreFacts } from '../../sequence/step-facts.ts';
import type { StoreErrorCode } from '../../simulation/protocols/store.ts';
import { phrase, shortId, toned } from '../phrases.ts';
import { withParticle } from './particles.ts';
import { memoryIn } from './speech.ts';
import { nameOf, number } from './words.ts';

export function storeLabel({ message }: StoreFacts): string {
  const facts = 'session' in message ? wordsOf(message) : '';
  switch (message.kind) {
    case 'get': {
      const { entry, sessionId } = message;
      return sessionId === null ? questions[entry] : `세션 ${shortId(sessionId)} 있나요?`;
    }
    case 'set':
      return `보관: ${facts}`;
    case 'delete':
      return `이 ${withParticle(nouns[message.entry], '은/는')} 잊어 주세요`;
    case 'found':
      return facts;
    case 'not-found':
      return message.entry === 'revocation' ? '목록에 없어요' : '그런 것 없어요';
    case 'refused':
      return refusals[message.code];
    case 'acknowledged':
      return '네';
    case 'copy-set':
      return `복사: ${facts}`;
    case 'copy-delete':
      return '지운 것도 복사';
    case 'copy-flush':
      return '모두 지움';
    case 'ping':
      return '거기 있나요?';
    case 'sync':
      return '모두 알려 주세요';
    case 'dump':
      return '아는 것 모두';
    case 'demotion':
      return '이제 제가 주 저장소예요';
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

const refusals: Record<StoreErrorCode, string> = {
  LOADING: '아직 읽는 중',
  MASTERDOWN: '주 저장소에 닿지 않음',
  NOMASTERLINK: '저도 몰라요',
  READONLY: '쓸 수 없어요',
};

const nouns: Record<EntryKind, string> = {
  session: '세션',
  login: '로그인',
  revocation: '폐기한 토큰',
  other: '항목',
};

const questions: Record<EntryKind, string> = {
  session: '그런 세션 있나요?',
  login: '그런 로그인 있나요?',
  revocation: '폐기된 토큰인가요?',
  other: '있나요?',
};

interface Entry {
  readonly entry: EntryKind;
  readonly session: SessionFacts | null;
}

function wordsOf({ entry, session }: Entry): string {
  if (session !== null) return memoryIn(session);
  return entry === 'other' ? '항목 하나' : nouns[entry];
}

/** What a message to or from the store means, and its decisive part. */
export function storeCaption({ from, to, message }: StoreFacts): Phrase {
  const subject = withParticle(nameOf(from), '이/가');
  const topic = withParticle(nameOf(from), '은/는');
  switch (message.kind) {
    case 'get':
      return phrase(`${topic} ${lookups[message.entry]}`);
    case 'set':
      return phrase(`${subject} 저장소에 맡겨요.`, toned('memory', wordsOf(message)));
    case 'delete':
      return phrase(`${subject} 저장소에서 ${withParticle(nouns[message.entry], '을/를')} 지워요.`);
    case 'found':
      return phrase(`${subject} 찾았어요.`, toned('memory', wordsOf(message)));
    case 'not-found':
      return message.entry === 'revocation'
        ? phrase(`${subject} 목록을 봐요.`, toned('reply', '이 토큰은 목록에 없어요.'))
        : phrase(
            `${subject} ${withParticle(nouns[message.entry], '을/를')} 찾아요.`,
            toned('failure', '그런데 없어요.'),
          );
    case 'refused':
      return phrase(`${topic} 지금 할 수 없어요.`, toned('failure', `“${refusals[message.code]}”`));
    case 'acknowledged':
      return phrase(`${subject} 그렇게 했어요.`);
    case 'copy-set':
      return phrase(`${subject} 복제본에 복사해요.`, toned('memory', wordsOf(message)));
    case 'copy-delete':
    case 'copy-flush':
      return phrase(`${subject} 지운 것을 복제본에도 알려요.`);
    case 'ping':
      return phrase(`${subject} 상대가 살아 있는지 물어요.`);
    case 'sync':
      return phrase(`${subject} ${nameOf(to)}에 아는 것을 모두 물어요.`);
    case 'dump':
      return phrase(`${subject} 아는 것을 모두 보내요.`);
    case 'demotion':
      return phrase(`${subject} 대신 일해요. ${withParticle(nameOf(to), '은/는')} 이제 복제본이에요.`);
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

const lookups: Record<EntryKind, string> = {
  session: '스스로 기억하지 않아서 저장소에 세션을 물어요.',
  login: '리프레시 토큰이 속한 로그인을 저장소에 물어요.',
  revocation: '폐기된 토큰인지 저장소에 물어요.',
  other: '저장소에서 찾아봐요.',
};

export function copyLabel({ copy }: CopyFacts): string {
  switch (copy.kind) {
    case 'session':
      return `복사: ${memoryIn(copy.session)}`;
    case 'ended':
      return '이 세션은 끝났어요';
    case 'wanted':
      return '무엇을 알고 있나요?';
    case 'all':
      return `세션 ${number.format(copy.count)}개 복사`;
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
}

export function copyCaption({ from, to, copy }: CopyFacts): Phrase {
  const subject = withParticle(nameOf(from), '이/가');
  const there = nameOf(to);
  switch (copy.kind) {
    case 'session':
      return phrase(
        `${subject} 쪽지를 넘겨줘요. 이제 ${there}도 알아요.`,
        toned('memory', memoryIn(copy.session)),
      );
    case 'ended':
      return phrase(`${subject} ${there}에 세션이 끝났다고 알려요.`);
    case 'wanted':
      return phrase(`${subject} 새로 와서 ${there}에 모두 물어요.`);
    case 'all':
      return phrase(`${subject} ${there}에 아는 것을 모두 보내요.`);
    default:
      throw new Error(`Unknown copy ${copy satisfies never}`);
  }
}
