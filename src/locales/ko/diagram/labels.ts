/** What is written on arrows and bands, in Korean. */
import type { LabelWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';
import { number, personOf, products, won } from '../words.ts';

export const labels: LabelWords = {
  'label.request.again': ({ words }) => `다시: ${words}`,
  'label.forward': ({ to }) => `→ ${to}`,
  'label.forward.failed': ({ to }) => `→ ${to}: 응답 없음`,
  'label.late': ({ words }) => `너무 늦음: ${words}`,
  'label.hand-over': '자기를 증명하는 것',
  'label.health-check': '괜찮으세요?',
  'label.resent': ({ words }) => `다시 보냄: ${words}`,
  'label.duplicate': ({ words }) => `중복: ${words}`,

  'database.price-query': ({ product }) => `${products[product].name} 값은?`,
  'database.price-row': ({ amountWon }) => won(amountWon),
  'database.order-insert': ({ amountWon }) => `주문 ${won(amountWon)}`,
  'database.order-row': ({ order }) => `주문 ${order}`,
  'database.account-query': ({ user }) => `${personOf(user)} 님 맞나요?`,
  'database.account-row': ({ name }) => `네, ${personOf(name)} 님`,
  'database.no-account': '아니요',
  'database.charge-insert': ({ amountWon }) => `결제 ${won(amountWon)}`,
  'database.charge-row': ({ charge }) => `결제 ${charge}`,
  'database.charge-row.again': ({ charge }) => `이미 있는 결제 ${charge}`,

  'label.timed-out': ({ node }) => `${withParticle(node, '이/가')} 더 기다리지 않음`,
  'label.broken-connection': ({ node }) => `${node}의 연결이 끊김`,
  'label.left': ({ node }) => `${withParticle(node, '이/가')} 떠남`,
  'label.connection-expired': ({ node }) => `${withParticle(node, '이/가')} 연결을 잊음`,
  'label.reset': ({ node, by }) => `${withParticle(node, '와/과')} ${by}의 연결이 끊김`,
  'label.server-down': ({ node, server }) => `${node}: ${server} 응답 없음`,
  'label.server-up': ({ node, server }) => `${node}: ${server} 다시 정상`,

  'detail.gave-up': '요청이 어떻게 됐는지 알 수 없어요',
  'detail.left': '시작한 요청에는 모두 답했어요',
  'detail.left-with-it': ({ count }) => `세션 ${number.format(count)}개가 함께 사라졌어요`,
  'detail.connection-expired': '세그먼트 수명의 두 배가 지나, 길에 남은 것이 없어요',
  'detail.reset': ({ by }) => `${withParticle(by, '이/가')} 어디까지 했는지는 아무도 몰라요`,
  'detail.server-down': '상태 확인에 답하지 않아서 요청을 더 보내지 않아요',
  'detail.server-up': '상태 확인에 답해서 요청을 다시 보내요',
};
