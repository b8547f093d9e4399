/** What clients and servers say to each other, in English. */
import type { RequestIntent, ResponseMeaning, SessionFacts } from '../../sequence/step-facts.ts';
import type { Conversation } from '../../simulation/applications/shop.ts';
import { problemLabel } from './problems.ts';
import { payments, plural, products, spoken, won } from './words.ts';

export function said(what: RequestIntent): string {
  switch (what.kind) {
    case 'shop':
      return saidInShop(what.said);
    case 'visit':
      return 'Hello, I am just looking.';
    case 'log-in':
      return `Log me in as ${what.userId}.`;
    case 'me':
      return 'Who am I?';
    case 'admin':
      return 'The administrators’ page, please.';
    case 'refresh':
      return 'A new token, please.';
    case 'log-out':
      return 'Log me out.';
    case 'pay':
      return `Pay ${won(what.amountWon)}.`;
    case 'other':
      return 'Something that makes no sense';
    default:
      throw new Error(`Unknown request ${what satisfies never}`);
  }
}

function saidInShop({ product, quantity, payment }: Conversation): string {
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

export function answered(reply: ResponseMeaning): string {
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
    case 'welcomed':
      return reply.name === null ? 'Welcome!' : `Welcome, ${reply.name}!`;
    case 'logged-in':
      return `Hello ${reply.name}, you are logged in.`;
    case 'recognized':
      return `You are ${reply.name}.`;
    case 'admitted':
      return `Come in, ${reply.name}.`;
    case 'logged-out':
      return 'You are logged out.';
    case 'refreshed':
      return 'Here is a new token.';
    case 'charged': {
      const charge = `payment ${reply.chargeNumber}`;
      return reply.isFirst ? `${won(reply.amountWon)}, paid: ${charge}.` : `That was paid before: ${charge}.`;
    }
    case 'problem':
      return problemLabel(reply.status, reply.code);
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

export function factsIn({ product, quantity, payment }: Conversation): string[] {
  return [
    ...(product === undefined ? [] : [products[product].chip]),
    ...(quantity === undefined ? [] : [`×${quantity}`]),
    ...(payment === undefined ? [] : [`Paid by ${payments[payment]}`]),
  ];
}

/** What is known of a user, as running text. */
export function memoryIn({ userName, conversation }: SessionFacts): string {
  const all = [...(userName === null ? [] : [userName]), ...factsIn(conversation)];
  return all.length === 0 ? 'a visitor' : all.join(' ');
}
