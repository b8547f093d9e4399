/** Validates clients' lines. */
import { userIds } from '../applications/account.ts';
import { AT_ONCE_MAX, type Line, type RequestLine } from '../applications/line.ts';
import { NOTE_LENGTH_MAX } from '../applications/note.ts';
import { AMOUNT_WON_MAX } from '../applications/payment.ts';
import { type Conversation, paymentMethods, productIds, QUANTITY_MAX } from '../applications/shop.ts';
import type { TransportLine } from '../applications/transport-line.ts';
import {
  type Check,
  type ChecksOf,
  flag,
  list,
  object,
  oneOf,
  optional,
  tagged,
  text,
  wholeNumber,
} from './check.ts';
import { TEXT_LENGTH_MAX } from './limits.ts';
import { clientAmong } from './nodes.ts';
import { patienceUs } from './parts.ts';

const said: ChecksOf<Omit<Conversation, 'cart'>> = {
  product: optional(oneOf(productIds)),
  quantity: optional(wholeNumber(1, QUANTITY_MAX)),
  payment: optional(oneOf(paymentMethods)),
};

/** @param clients Number of clients that can receive something. */
export function lineAmong(clients: number): Check {
  const requests: { readonly [Kind in RequestLine['kind']]: Readonly<Record<string, Check>> } = {
    shop: { said: object(said) },
    visit: {},
    'log-in': { user: oneOf(userIds) },
    me: {},
    admin: {},
    'log-out': {},
    note: { characters: wholeNumber(1, NOTE_LENGTH_MAX) },
    refresh: {},
    pay: { amountWon: wholeNumber(1, AMOUNT_WON_MAX), hasIdempotencyKey: flag },
    'add-to-cart': { product: oneOf(productIds) },
    cart: {},
  };
  const others: { readonly [Kind in Exclude<Line, RequestLine>['kind']]: Readonly<Record<string, Check>> } = {
    'hand-over': { to: clientAmong(clients) },
    wait: { us: patienceUs },
    'at-once': { lines: list(tagged(requests), { min: 1, max: AT_ONCE_MAX }) },
  };
  return tagged({ ...requests, ...others });
}

const transportLines: { readonly [Kind in TransportLine['kind']]: Readonly<Record<string, Check>> } = {
  open: {},
  send: { text: text(TEXT_LENGTH_MAX) },
  request: { text: text(TEXT_LENGTH_MAX) },
  close: {},
};
export const transportLine = tagged(transportLines);
