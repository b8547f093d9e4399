/** Requests and responses between clients and servers. */
import { type Cart, countsIn } from '../../simulation/applications/cart.ts';
import type { Conversation } from '../../simulation/applications/shop.ts';
import type { RequestIntent, ResponseMeaning } from '../../trace/reading.ts';
import type { SessionFacts } from '../step-facts.ts';
import { type Message, message } from './message.ts';

export function said(intent: RequestIntent): Message {
  switch (intent.kind) {
    case 'shop':
      return saidInShop(intent.said);
    case 'log-in':
      return message('say.log-in', { user: intent.userId });
    case 'note':
      return message('say.note', { characters: intent.characters });
    case 'pay':
      return message('say.pay', { amountWon: intent.amountWon });
    case 'add-to-cart':
      return message('say.add-to-cart', { product: intent.product });
    case 'cart':
      return intent.items === null || intent.items.length === 0
        ? message('say.cart')
        : message('say.whole-cart', { items: itemsOf(intent.items) });
    default:
      return message(`say.${intent.kind}`);
  }
}

function saidInShop({ product, quantity, payment }: Conversation): Message {
  if (product !== undefined && quantity === undefined && payment === undefined) {
    return message('say.price', { product });
  }
  const goods = goodsOf(product, quantity);
  if (goods === null)
    return payment === undefined ? message('say.hello') : message('say.pay-by', { payment });
  return payment === undefined ? message('say.please', { goods }) : message('say.order', { goods, payment });
}

/** The cart's contents, as running text. */
function itemsOf(cart: Cart): Message {
  return message('cart.items', { items: countsIn(cart).map((counted) => message('cart.item', counted)) });
}

function goodsOf(product: Conversation['product'], quantity: Conversation['quantity']): Message | null {
  if (quantity === undefined) return product === undefined ? null : message('goods.product', { product });
  return product === undefined
    ? message('goods.quantity', { quantity })
    : message('goods.products', { product, quantity });
}

export function answered(meaning: ResponseMeaning): Message {
  switch (meaning.kind) {
    case 'price':
      return message('answer.price', { product: meaning.product, amountWon: meaning.unitPriceWon });
    case 'total':
      return message('answer.total', { amountWon: meaning.totalWon });
    case 'paid':
      return message('answer.paid', { amountWon: meaning.order.totalWon });
    case 'incomplete':
      return askedBack(meaning);
    case 'welcomed':
      return meaning.name === null
        ? message('answer.welcome')
        : message('answer.welcome.named', { name: meaning.name });
    case 'logged-in':
    case 'recognized':
    case 'admitted':
      return message(`answer.${meaning.kind}`, { name: meaning.name });
    case 'noted':
      return message('answer.noted', { characters: meaning.characters });
    case 'cart':
      return meaning.items.length === 0
        ? message('answer.cart-empty')
        : message('answer.cart', { items: itemsOf(meaning.items) });
    case 'charged': {
      const { amountWon, chargeNumber: charge, isFirst } = meaning;
      return isFirst
        ? message('answer.charged', { amountWon, charge })
        : message('answer.charged-before', { charge });
    }
    case 'problem':
      return message('answer.problem', { status: meaning.status, problem: problemOf(meaning) });
    default:
      return message(`answer.${meaning.kind}`);
  }
}

function askedBack({ ask, heard }: Extract<ResponseMeaning, { kind: 'incomplete' }>): Message {
  if (!ask.includes('product')) return message('answer.how-many');
  if (ask.includes('quantity')) return message('answer.what-and-how-many');
  return heard.quantity === undefined
    ? message('answer.which-product')
    : message('answer.of-what', { quantity: heard.quantity });
}

export function problemOf({ status, code }: Extract<ResponseMeaning, { kind: 'problem' }>): Message {
  return message(`problem.${code ?? status}`);
}

export function factsIn({ product, quantity, payment, cart = [] }: Conversation): Message[] {
  return [
    ...(product === undefined ? [] : [message('fact.product', { product })]),
    ...(quantity === undefined ? [] : [message('fact.quantity', { quantity, product: product ?? null })]),
    ...(payment === undefined ? [] : [message('fact.payment', { payment })]),
    ...countsIn(cart).map((counted) => message('fact.in-cart', counted)),
  ];
}

/** Known facts of a user, as running text. */
export function memoryIn({ userName, conversation }: SessionFacts): Message {
  const parts = [
    ...(userName === null ? [] : [message('user', { name: userName })]),
    ...factsIn(conversation),
  ];
  return parts.length === 0 ? message('visitor') : message('words', { parts });
}
