/** What stands on arrows and bands, in Korean. */
import type {
  DatabaseFacts,
  ForwardFacts,
  OccurrenceFacts,
  OperatorFacts,
  RequestFacts,
  StepFacts,
} from '../../sequence/step-facts.ts';
import { doneDetail, titleOf } from './operations.ts';
import { withParticle } from './particles.ts';
import { answered, said } from './speech.ts';
import { copyLabel, storeLabel } from './store.ts';
import { datagramLabel, segmentLabel } from './transport.ts';
import { nameOf, personOf, products, won } from './words.ts';

export function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return requestLabel(facts);
    case 'forward':
      return forwardLabel(facts);
    case 'reply':
      return `${facts.isLate ? '너무 늦음: ' : ''}${answered(facts.meaning)}`;
    case 'hand-over':
      return '자기를 증명하는 것';
    case 'segment':
      return segmentLabel(facts);
    case 'datagram':
      return datagramLabel(facts);
    case 'copy':
      return copyLabel(facts);
    case 'store':
      return storeLabel(facts);
    case 'database':
      return databaseLabel(facts);
    case 'health-check':
      return '괜찮으세요?';
    case 'gave-up':
      return facts.why === 'timed-out'
        ? `${withParticle(nameOf(facts.node), '이/가')} 더 기다리지 않음`
        : `${nameOf(facts.node)}의 연결이 끊김`;
    case 'left':
      return `${withParticle(nameOf(facts.node), '이/가')} 떠남`;
    case 'connection-expired':
      return `${withParticle(nameOf(facts.node), '이/가')} 연결을 잊음`;
    case 'reset':
      return `${withParticle(nameOf(facts.node), '와/과')} ${nameOf(facts.by)}의 연결이 끊김`;
    case 'noticed':
      return facts.isDown
        ? `${nameOf(facts.node)}: ${nameOf(facts.server)} 응답 없음`
        : `${nameOf(facts.node)}: ${nameOf(facts.server)} 다시 정상`;
    default:
      return titleOf(facts);
  }
}

function requestLabel({ intent: what, attempt }: RequestFacts): string {
  return attempt > 1 ? `다시: ${said(what)}` : said(what);
}

function forwardLabel({ to, fate }: ForwardFacts): string {
  return `→ ${nameOf(to)}${fate.kind === 'delivered' ? '' : ': 응답 없음'}`;
}

function databaseLabel({ body }: DatabaseFacts): string {
  switch (body.kind) {
    case 'price-query':
      return `${products[body.product].name} 값은?`;
    case 'price-row':
      return won(body.unitPriceWon);
    case 'order-insert':
      return `주문 ${won(body.order.totalWon)}`;
    case 'order-row':
      return `주문 ${body.orderNumber}`;
    case 'account-query':
      return `${personOf(body.userId)} 님 맞나요?`;
    case 'account-row':
      return body.identity === null ? '아니요' : `네, ${personOf(body.identity.name)} 님`;
    case 'charge-insert':
      return `결제 ${won(body.charge.amountWon)}`;
    case 'charge-row':
      return body.isFirst ? `결제 ${body.chargeNumber}` : `이미 있는 결제 ${body.chargeNumber}`;
    default:
      throw new Error(`Unknown message ${body satisfies never}`);
  }
}

export function detail(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
    case 'forward':
    case 'reply':
    case 'hand-over':
    case 'segment':
    case 'datagram':
    case 'copy':
    case 'store':
    case 'database':
    case 'health-check':
      return '';
    case 'gave-up':
    case 'left':
    case 'connection-expired':
    case 'reset':
    case 'noticed':
      return occurrenceDetail(facts);
    default:
      return operatorDetail(facts);
  }
}

function occurrenceDetail(facts: OccurrenceFacts): string {
  switch (facts.kind) {
    case 'gave-up':
      return '요청이 어떻게 됐는지 알 수 없어요';
    case 'left':
      return facts.sessionsLost > 0
        ? `세션 ${facts.sessionsLost}개가 함께 사라졌어요`
        : '시작한 요청에는 모두 답했어요';
    case 'connection-expired':
      return '세그먼트 수명의 두 배가 지나, 길에 남은 것이 없어요';
    case 'reset':
      return `${withParticle(nameOf(facts.by), '이/가')} 어디까지 했는지는 아무도 몰라요`;
    case 'noticed':
      return facts.isDown
        ? '상태 확인에 답하지 않아서 요청을 더 보내지 않아요'
        : '상태 확인에 답해서 요청을 다시 보내요';
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function operatorDetail(facts: OperatorFacts): string {
  const nothing = '달라지는 것이 없어요';
  switch (facts.result) {
    case 'already-down':
      return `이미 꺼져 있어요. ${nothing}`;
    case 'already-up':
    case 'already-member':
      return `이미 켜져 있어요. ${nothing}`;
    case 'already-cut':
      return `이미 끊겨 있어요. ${nothing}`;
    case 'not-cut':
      return `끊긴 곳이 없어요. ${nothing}`;
    case 'no-such-node':
      return 'node' in facts
        ? `${withParticle(nameOf(facts.node), '은/는')} 없어요. ${nothing}`
        : `그런 이름은 없어요. ${nothing}`;
    case 'done':
      return doneDetail(facts);
    default:
      throw new Error(`Unknown result ${facts.result satisfies never}`);
  }
}
