/** What the customer and the servers say to each other, in English. */
import type { Conversation } from '../../simulation/application/shop.ts';
import type { ReadResponse } from '../../simulation/application/shop-http.ts';
import { payments, plural, products, spoken, won } from './words.ts';

export function said({ product, quantity, payment }: Conversation): string {
  const goods = product === undefined ? undefined : products[product];
  if (goods !== undefined && quantity === undefined && payment === undefined) {
    return `How much is ${goods.article}?`;
  }
  let wanted = '';
  if (quantity !== undefined) {
    const noun = goods === undefined ? '' : ` ${plural.select(quantity) === 'one' ? goods.one : goods.many}`;
    wanted = `${spoken(quantity)}${noun}`;
  } else if (goods !== undefined) wanted = goods.article;
  if (payment === undefined) return wanted === '' ? 'Hello?' : `${wanted}, please.`;
  return wanted === '' ? `By ${payments[payment]}.` : `${wanted}, by ${payments[payment]}.`;
}

export function answered(reply: ReadResponse): string {
  switch (reply.kind) {
    case 'price':
      return `${won(reply.unitPriceWon)} each.`;
    case 'total':
      return `${won(reply.totalWon)}. Card or cash?`;
    case 'paid':
      return `${won(reply.order.totalWon)}, paid. Thank you!`;
    case 'incomplete': {
      const { quantity } = reply.heard;
      if (!reply.ask.includes('product')) return 'How many?';
      if (reply.ask.includes('quantity')) return 'What, and how many?';
      return quantity === undefined ? 'Which product?' : `${spoken(quantity)} of what?`;
    }
    case 'problem':
      return `${reply.status} ${problems[reply.status]}`;
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

const problems: Record<Extract<ReadResponse, { kind: 'problem' }>['status'], string> = {
  200: 'An answer that makes no sense',
  400: 'Bad request',
  401: 'Unauthorized: log in first',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  502: 'Bad gateway: the answer is lost',
  503: 'Service unavailable',
  504: 'Gateway timeout: no answer in time',
};

export function factsIn({ product, quantity, payment }: Conversation): string[] {
  return [
    ...(product === undefined ? [] : [products[product].chip]),
    ...(quantity === undefined ? [] : [`×${quantity}`]),
    ...(payment === undefined ? [] : [`Paid by ${payments[payment]}`]),
  ];
}
