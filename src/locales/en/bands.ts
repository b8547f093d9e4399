/** What stands on arrows and bands, in English. */
import type {
  DatabaseFacts,
  ForwardFacts,
  OccurrenceFacts,
  OperatorFacts,
  RequestFacts,
  StepFacts,
} from '../../sequence/step-facts.ts';
import { doneDetail, titleOf } from './operations.ts';
import { answered, said } from './speech.ts';
import { copyLabel, storeLabel } from './store.ts';
import { datagramLabel, segmentLabel } from './transport.ts';
import { nameOf, products, sessions, won } from './words.ts';

export function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return requestLabel(facts);
    case 'forward':
      return forwardLabel(facts);
    case 'reply':
      return `${facts.isLate ? 'Too late: ' : ''}${answered(facts.meaning)}`;
    case 'hand-over':
      return 'What it proves itself with';
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
      return 'Are you well?';
    case 'gave-up':
      return facts.why === 'timed-out'
        ? `${nameOf(facts.node)} waits no longer`
        : `${nameOf(facts.node)} lost its connection`;
    case 'left':
      return `${nameOf(facts.node)} leaves`;
    case 'connection-expired':
      return `${nameOf(facts.node)} forgets the connection`;
    case 'reset':
      return `${nameOf(facts.node)} lost its connection to ${nameOf(facts.by)}`;
    case 'noticed':
      return facts.isDown
        ? `${nameOf(facts.node)}: ${nameOf(facts.server)} is down`
        : `${nameOf(facts.node)}: ${nameOf(facts.server)} is well again`;
    default:
      return titleOf(facts);
  }
}

function requestLabel({ intent: what, attempt }: RequestFacts): string {
  return attempt > 1 ? `Again: ${said(what)}` : said(what);
}

function forwardLabel({ to, fate }: ForwardFacts): string {
  return `→ ${nameOf(to)}${fate.kind === 'delivered' ? '' : ': no answer'}`;
}

function databaseLabel({ body }: DatabaseFacts): string {
  switch (body.kind) {
    case 'price-query':
      return `Price of ${products[body.product].article}?`;
    case 'price-row':
      return won(body.unitPriceWon);
    case 'order-insert':
      return `Order: ${won(body.order.totalWon)}`;
    case 'order-row':
      return `Order ${body.orderNumber}`;
    case 'account-query':
      return `Is this ${body.userId}?`;
    case 'account-row':
      return body.identity === null ? 'No' : `Yes: ${body.identity.name}`;
    case 'charge-insert':
      return `Charge ${won(body.charge.amountWon)}`;
    case 'charge-row':
      return body.isFirst ? `Payment ${body.chargeNumber}` : `Payment ${body.chargeNumber}, already there`;
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
      return 'What became of the request, it does not know';
    case 'left':
      if (facts.sessionsLost > 0) return `${sessions(facts.sessionsLost)} gone with it`;
      return 'It has answered all that it had begun';
    case 'connection-expired':
      return 'After two segment lifetimes nothing of it can be under way any more';
    case 'reset':
      return `What ${nameOf(facts.by)} had done, nobody knows`;
    case 'noticed':
      return facts.isDown
        ? 'It answered no health check, and gets no more requests'
        : 'It answers health checks, and gets requests again';
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function operatorDetail(facts: OperatorFacts): string {
  switch (facts.result) {
    case 'already-down':
      return 'It is down already. Nothing changes';
    case 'already-up':
    case 'already-member':
      return 'It is running already. Nothing changes';
    case 'already-cut':
      return 'It is cut already. Nothing changes';
    case 'not-cut':
      return 'Nothing is cut. Nothing changes';
    case 'no-such-node':
      return 'node' in facts
        ? `There is no ${nameOf(facts.node)}. Nothing changes`
        : 'There is none of that name. Nothing changes';
    case 'done':
      return doneDetail(facts);
    default:
      throw new Error(`Unknown result ${facts.result satisfies never}`);
  }
}
