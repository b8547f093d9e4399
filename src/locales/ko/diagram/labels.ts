/** Labels of arrows and bands, in Korean. */
import type { LabelWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';
import { number, personOf, products, won } from '../words.ts';

export const labels: LabelWords = {
  'label.request.again': ({ words }) => `재시도: ${words}`,
  'label.forward': ({ to }) => `→ ${to}`,
  'label.forward.failed': ({ to }) => `→ ${to}: 응답 없음`,
  'label.late': ({ words }) => `너무 늦음: ${words}`,
  'label.connection-close': '유휴 연결 닫음',
  'label.hand-over.session-id': '세션 ID 넘기기',
  'label.hand-over.token': '토큰 넘기기',
  'label.hand-over.cookie': '암호화 쿠키 넘기기',
  'label.hand-over.password': '이름과 비밀번호 넘기기',
  'label.hand-over.nothing': '넘길 것이 없음',
  'label.health-check': '헬스 체크: 살아 있나요?',
  'label.port-unreachable': 'ICMP: 포트에 도달할 수 없음',
  'label.resent': ({ words }) => `재전송: ${words}`,
  'label.duplicate': ({ words }) => `중복: ${words}`,

  'database.price-query': ({ product }) => `${products[product].name} 가격은?`,
  'database.price-row': ({ amountWon }) => won(amountWon),
  'database.order-insert': ({ amountWon }) => `주문 ${won(amountWon)}`,
  'database.order-row': ({ order }) => `주문 ${order}`,
  'database.account-query': ({ user }) => `${personOf(user)} 님 맞나요?`,
  'database.account-row': ({ name }) => `네, ${personOf(name)} 님`,
  'database.no-account': '아니요',
  'database.charge-insert': ({ amountWon }) => `결제 ${won(amountWon)}`,
  'database.charge-row': ({ charge }) => `결제 ${charge}`,
  'database.charge-row.again': ({ charge }) => `이미 있는 결제 ${charge}`,

  'label.timed-out': ({ node }) => `${node} 타임아웃`,
  'label.broken-connection': ({ node }) => `${node}의 연결이 끊김`,
  'label.left': ({ node }) => `${withParticle(node, '이/가')} 클러스터에서 빠짐`,
  'label.promoted': ({ node }) => `${withParticle(node, '이/가')} 주 저장소를 이어받음`,
  'label.connection-expired': ({ node }) => `${withParticle(node, '이/가')} 연결 정보를 지움`,
  'label.reset': ({ node, by }) => `${withParticle(node, '와/과')} ${by}의 연결이 끊김`,
  'label.server-down': ({ node, server }) => `${node}: ${server} 응답 없음`,
  'label.server-up': ({ node, server }) => `${node}: ${server} 다시 정상`,

  'detail.gave-up': '요청이 처리됐는지 알 수 없어요',
  'detail.left': '처리 중이던 요청은 모두 끝냈어요',
  'detail.left-with-it': ({ count }) => `세션 ${number.format(count)}개가 함께 사라졌어요`,
  'detail.promoted': '주 저장소가 핑에 응답하지 않았어요',
  'detail.connection-expired': '세그먼트 수명(MSL)의 두 배가 지나, 네트워크에 남은 세그먼트가 없어요',
  'detail.reset': ({ by }) => `${withParticle(by, '이/가')} 어디까지 처리했는지 알 수 없어요`,
  'detail.server-down': '헬스 체크에 응답하지 않아 요청을 보내지 않아요',
  'detail.server-up': '헬스 체크에 응답해서 다시 요청을 보내요',
};
