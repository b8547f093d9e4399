/** Labels of arrows and bands. */
import type { DatabaseFacts, OccurrenceFacts, StepFacts } from '../step-facts.ts';
import { type Message, message } from './message.ts';

import { detailOfOperation, titleOf } from './operations.ts';
import { answered, said } from './speech.ts';
import { copyLabel, storeLabel } from './store.ts';
import { datagramLabel, segmentLabel } from './transport.ts';

/** The words on the arrow, or the title of a band. */
export function labelOf(facts: StepFacts): Message {
  switch (facts.kind) {
    case 'request': {
      const words = said(facts.intent);
      return facts.attempt > 1 ? message('label.request.again', { words }) : words;
    }
    case 'forward': {
      const to = facts.to;
      return facts.fate.kind === 'delivered'
        ? message('label.forward', { to })
        : message('label.forward.failed', { to });
    }
    case 'reply': {
      const words = answered(facts.meaning);
      return facts.isLate ? message('label.late', { words }) : words;
    }
    case 'hand-over':
      return message(`label.hand-over.${facts.what}`);
    case 'connection-close':
    case 'health-check':
    case 'port-unreachable':
      return message(`label.${facts.kind}`);
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
    case 'gave-up':
    case 'left':
    case 'connection-expired':
    case 'promoted':
    case 'reset':
    case 'noticed':
      return labelOfOccurrence(facts);
    default:
      return titleOf(facts);
  }
}

function labelOfOccurrence(facts: OccurrenceFacts): Message {
  const node = facts.node;
  switch (facts.kind) {
    case 'gave-up':
      return message(`label.${facts.why}`, { node });
    case 'left':
    case 'connection-expired':
    case 'promoted':
      return message(`label.${facts.kind}`, { node });
    case 'reset':
      return message('label.reset', { node, by: facts.by });
    case 'noticed':
      return message(`label.server-${facts.isDown ? 'down' : 'up'}`, { node, server: facts.server });
    default:
      throw new Error(`Unknown occurrence ${facts satisfies never}`);
  }
}

function databaseLabel({ body }: DatabaseFacts): Message {
  switch (body.kind) {
    case 'price-query':
      return message('database.price-query', { product: body.product });
    case 'price-row':
      return message('database.price-row', { amountWon: body.unitPriceWon });
    case 'order-insert':
      return message('database.order-insert', { amountWon: body.order.totalWon });
    case 'order-row':
      return message('database.order-row', { order: body.orderNumber });
    case 'account-query':
      return message('database.account-query', { user: body.userId });
    case 'account-row':
      return body.identity === null
        ? message('database.no-account')
        : message('database.account-row', { name: body.identity.name });
    case 'charge-insert':
      return message('database.charge-insert', { amountWon: body.charge.amountWon });
    case 'charge-row':
      return message(`database.charge-row${body.isFirst ? '' : '.again'}`, { charge: body.chargeNumber });
    default:
      throw new Error(`Unknown message ${body satisfies never}`);
  }
}

/** The smaller line below a band's title; null for a message, and where there's nothing to add. */
export function detailOf(facts: StepFacts): Message | null {
  switch (facts.kind) {
    case 'gave-up':
    case 'connection-expired':
    case 'promoted':
      return message(`detail.${facts.kind}`);
    case 'left':
      return facts.sessionsLost > 0
        ? message('detail.left-with-it', { count: facts.sessionsLost })
        : message('detail.left');
    case 'reset':
      return message('detail.reset', { by: facts.by });
    case 'noticed':
      return message(`detail.server-${facts.isDown ? 'down' : 'up'}`);
    default:
      return 'result' in facts ? detailOfOperation(facts) : null;
  }
}
