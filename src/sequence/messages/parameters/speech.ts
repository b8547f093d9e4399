/** Requests and responses between clients and servers, and what is remembered of them. */
import type { PaymentMethod, ProductId } from '../../../simulation/applications/shop.ts';
import type { Status } from '../../../simulation/protocols/http.ts';
import type { ProblemCode } from '../../../trace/reading.ts';

export type SpeechIds =
  | `say.${'hello' | 'visit' | 'me' | 'admin' | 'refresh' | 'log-out' | 'cart' | 'other'}`
  | `answer.${'how-many' | 'what-and-how-many' | 'which-product' | 'welcome' | 'logged-out' | 'refreshed'}`
  | 'answer.cart-empty'
  /** Why the application didn't respond, short enough for an arrow. */
  | `problem.${ProblemCode}`
  /** The same, where the response gives no reason. */
  | `problem.${Status}`
  /** A user that the page knows nothing about. */
  | 'visitor';

export interface SpeechParameters<Text> {
  'say.price': { product: ProductId };
  'say.please': { goods: Text };
  'say.pay-by': { payment: PaymentMethod };
  'say.order': { goods: Text; payment: PaymentMethod };
  'say.log-in': { user: string };
  'say.note': { characters: number };
  'say.add-to-cart': { product: ProductId };
  /** A client that carries its cart brings all of it. */
  'say.whole-cart': { items: Text };
  'say.pay': { amountWon: number };

  /** An order: a product, a quantity of it, or a quantity of something unknown. */
  'goods.product': { product: ProductId };
  'goods.products': { product: ProductId; quantity: number };
  'goods.quantity': { quantity: number };

  /** Products of a cart, and one of them with its count. */
  'cart.items': { items: readonly Text[] };
  'cart.item': { product: ProductId; quantity: number };

  'answer.price': { product: ProductId; amountWon: number };
  'answer.total': { amountWon: number };
  'answer.paid': { amountWon: number };
  'answer.of-what': { quantity: number };
  'answer.welcome.named': { name: string };
  'answer.logged-in': { name: string };
  'answer.recognized': { name: string };
  'answer.admitted': { name: string };
  'answer.noted': { characters: number };
  'answer.cart': { items: Text };
  'answer.charged': { amountWon: number; charge: number };
  'answer.charged-before': { charge: number };
  'answer.problem': { status: Status; problem: Text };

  /** Remembered facts of a conversation, each as a chip. */
  'fact.product': { product: ProductId };
  'fact.quantity': { quantity: number; product: ProductId | null };
  'fact.in-cart': { product: ProductId; quantity: number };
  'fact.payment': { payment: PaymentMethod };
  'fact.note': { characters: number };
  user: { name: string };
}
