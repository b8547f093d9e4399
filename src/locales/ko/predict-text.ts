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
  'server-memory': '서버마다 자기가 직접 들은 것만 기억해요.',
  sticky: '로드 밸런서가 손님을 세션이 있는 서버로 다시 보내요.',
  replicated: '세션이 저장되면 잠시 뒤 모든 서버에 복사돼요.',
  'shared-store': '세션은 모든 서버가 물어보는 저장소에 있어요.',
  'client-state': '요청마다 필요한 것이 다 들어 있어서 어느 서버든 답할 수 있어요.',
  'signed-token': '클라이언트가 서명된 토큰을 보여 주고, 키가 있는 서버는 모두 확인할 수 있어요.',
  tcp: 'TCP는 확인 응답을 기다리고, 사라진 것은 다시 보내요.',
  udp: 'UDP는 데이터그램을 보내고 잊어요.',
};

const percent = new Intl.NumberFormat('ko', { style: 'percent' });

const unanswered: PredictText['unanswered'] = {
  refused: '답이 없어요. 받는 쪽이 없어요.',
  'timed-out': '답이 없어서 손님이 기다리다 그만둬요.',
  failed: '연결이 끊겨서 답을 받지 못해요.',
};

const transported: PredictText['transported'] = {
  answered: '도착하고, 클라이언트도 그것을 알아요',
  'sent-arrived': '도착하지만, 클라이언트는 그것을 몰라요',
  'sent-lost': '사라지고, 아무도 그것을 몰라요',
  'timed-out': '클라이언트가 기다리다 그만둬요',
  failed: '연결이 끊기고, 클라이언트가 그것을 알아요',
  refused: '받는 쪽이 없고, 클라이언트가 그것을 알아요',
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
  countHands: '손 세기',
  handsFor: (letter) => `${letter}에 든 손`,
  oneMore: (letter) => `${letter}에 손 하나 더하기`,
  oneFewer: (letter) => `${letter}에서 손 하나 빼기`,
  votes: [
    (count, share) => `첫 번째 ${number.format(count)}명 (${percent.format(share)})`,
    (count, share) => `두 번째 ${number.format(count)}명 (${percent.format(share)})`,
  ],
  right: '맞아요',
  wrong: '여기서는 아니에요',
  yourAnswer: '내 답',
  lives,
  soWith: (variants) => `${variants.join(', ')} 방식이라면 그랬을 거예요.`,
  soWithoutCommands: '클러스터에 아무 일도 없었다면 그랬을 거예요.',
  here: (variant) => `여기서는 ${variant} 방식이에요.`,
  isWell: (server) => `${withParticle(nameOf(server), '은/는')} 멀쩡하지만 선택되지 않았어요.`,
};
