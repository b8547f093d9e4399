/** The list of steps, in Korean. */
import type { SentenceWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';

export const sentences: SentenceWords = {
  'sentence.says': ({ from, to, words }) => `${withParticle(from, '이/가')} ${to}에 말해요: ${words}`,
  'sentence.says-again': ({ from, to, words }) =>
    `${withParticle(from, '이/가')} ${to}에 다시 말해요: ${words}`,
  'sentence.sends': ({ from, to, words }) => `${withParticle(from, '이/가')} ${to}에 보내요: ${words}`,
  'sentence.tells': ({ from, to, words }) => `${withParticle(from, '이/가')} ${to}에 알려요: ${words}`,
  'sentence.database': ({ from, to, words }) => `${withParticle(from, '이/가')} ${to}에 보내요: ${words}`,
  'sentence.forward': ({ from, to }) => `${withParticle(from, '이/가')} ${to}에 전달해요.`,
  'sentence.health-check': ({ from, to }) =>
    `${withParticle(from, '이/가')} ${to}에 헬스 체크를 보내요. 응답이 없어요.`,
  'sentence.answers': ({ from, to, status, words }) =>
    `${withParticle(from, '이/가')} ${to}에 답해요: ${status}. ${words}`,
  'sentence.passes-answer-on': ({ from, to, status, words }) =>
    `${withParticle(from, '이/가')} ${to}에 답을 전달해요: ${status}. ${words}`,
  'sentence.states': ({ from, to, sender, receiver }) => `${from} ${sender}, ${to} ${receiver}.`,
  'sentence.refused': '받는 쪽이 없어요.',
  'sentence.lost': '가는 길에 유실돼요.',
  'sentence.too-late': '너무 늦게 도착했어요.',
  'sentence.state': ({ node, state }) => `${node} ${state}.`,
  'sentence.has-no-session': ({ server, session }) => `${server}에는 세션 ${session} 정보가 없어요.`,
  'sentence.remembers': ({ server, memory }) => `${withParticle(server, '이/가')} 기억해요: ${memory}.`,
  'sentence.ends-session': ({ server }) => `${withParticle(server, '이/가')} 세션을 끝내요.`,
  'sentence.order-saved': '주문이 데이터베이스에 저장돼요.',
  'sentence.payment-saved': '결제가 데이터베이스에 저장돼요.',
  'sentence.remembers-nothing': ({ server }) => `${withParticle(server, '은/는')} 아무것도 기억하지 않아요.`,
};
