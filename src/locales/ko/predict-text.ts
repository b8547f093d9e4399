/** Predicting, in Korean. */

import type { Phase, PredictText } from '../../features/quiz/predict-text.ts';
import { excerpt } from '../../sequence/messages/excerpts.ts';
import type { VariantId } from '../../simulation/variants.ts';
import { withParticle } from './particles.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

const { answered, name: nameOf, said } = phrasebook;

const instructions: Record<Phase, string> = {
  'first-vote': '먼저 각자 하나를 골라 보세요.',
  discussion: '왜 그렇게 생각하는지 옆 사람과 이야기해 보세요.',
  'second-vote': '이제 다시 골라 보세요.',
  revealed: '',
};

const onward: Record<Phase, string> = {
  'first-vote': '이야기하기',
  discussion: '다시 고르기',
  'second-vote': '답 보기',
  revealed: '이어서 보기',
};

const lives: Record<VariantId, string> = {
  'server-memory': '서버마다 자기가 받은 요청만 기억해요.',
  sticky: '로드 밸런서가 쿠키를 보고 처음 서버로 다시 보내요.',
  replicated: '세션을 저장하면 잠시 뒤 모든 서버에 복제돼요.',
  'shared-store': '세션은 모든 서버가 함께 쓰는 저장소에 있어요.',
  'client-state': '요청마다 필요한 것이 다 있어서 어느 서버든 답할 수 있어요.',
  'signed-token': '클라이언트가 서명된 토큰을 보내고, 서명 키가 있는 서버는 모두 확인할 수 있어요.',
  'sealed-cookie':
    '클라이언트가 암호화된 쿠키에 세션을 담아 보내고, 키가 있는 서버는 모두 열어 볼 수 있어요.',
  tcp: 'TCP는 ACK를 기다리고, 유실되면 재전송해요.',
  udp: 'UDP는 데이터그램을 보내고 기억하지 않아요.',
};

const percent = new Intl.NumberFormat('ko', { style: 'percent' });

const unanswered: PredictText['unanswered'] = {
  refused: '답이 없어요. 받는 쪽이 없어요.',
  'timed-out': '답이 없어서 타임아웃이 나요.',
  failed: '연결이 끊겨서 답을 받지 못해요.',
};

const transported: PredictText['transported'] = {
  answered: '도착하고, 클라이언트가 답을 받아요',
  'sent-arrived': '도착하지만, 클라이언트는 알 수 없어요',
  'sent-lost': '유실되고, 아무도 알 수 없어요',
  'timed-out': '클라이언트에서 타임아웃이 나요',
  failed: '연결이 끊기고, 클라이언트도 알게 돼요',
  refused: '받는 쪽이 없고, 클라이언트도 알게 돼요',
};

export const predictText: PredictText = {
  question: '어떻게 될까요?',
  asks: {
    fate: '이 메시지는 어떻게 될까요?',
    server: '어느 서버가 받을까요?',
    answer: '뭐라고 답할까요?',
  },
  saidText: (text) => `“${excerpt(text)}”`,
  saidIntent: (intent) => `“${said(intent)}”`,
  nextRequest: '다음 요청이에요.',
  instructions,
  onward,
  reveal: '답 보기',
  skip: '건너뛰기',
  meaning: answered,
  unanswered,
  transported,
  countHands: '손들기 집계',
  handsFor: (letter) => `${letter}에 손든 사람`,
  oneMore: (letter) => `${letter}에 한 명 더하기`,
  oneFewer: (letter) => `${letter}에서 한 명 빼기`,
  votes: [
    (count, share) => `첫 번째 투표 ${number.format(count)}명 (${percent.format(share)})`,
    (count, share) => `두 번째 투표 ${number.format(count)}명 (${percent.format(share)})`,
  ],
  right: '맞아요',
  wrong: '여기서는 아니에요',
  yourAnswer: '내 답',
  lives,
  soWith: (variants) => `${variants.join(', ')} 방식이라면 그랬을 거예요.`,
  soWithoutCommands: '장애나 조작이 없었다면 그랬을 거예요.',
  here: (variant) => `여기서는 ${variant} 방식이에요.`,
  isWell: (server) => `${withParticle(nameOf(server), '은/는')} 정상이지만 이번에는 선택되지 않았어요.`,
};
