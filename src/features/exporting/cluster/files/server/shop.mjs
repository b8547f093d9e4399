/** The shop, its accounts and its payments: the same requests and replies as in the simulation. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

const prices = { laptop: 1_000_000, americano: 3_000 };
const accounts = {
  mina: { password: 'sunny-side-up', name: 'Mina', role: 'user' },
  jun: { password: 'over-easy', name: 'Jun', role: 'user' },
  root: { password: 'hard-boiled', name: 'Root', role: 'admin' },
};

/** The user with this name and password, or null. A real server compares hashes. */
export function userWith(userId, password) {
  const account = Object.hasOwn(accounts, userId) ? accounts[userId] : undefined;
  return account?.password === password ? { userId, name: account.name, role: account.role } : null;
}

/** Orders and charges: a file that all servers share, in place of a database. */
export function database(file) {
  const rows = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []);
  const insert = (row) => appendFileSync(file, `${JSON.stringify(row)}\n`);
  return {
    order: (order) => insert({ order }),
    /** A second charge with the same key returns the first one's result. */
    charge(amountWon, key) {
      const charges = rows()
        .map((row) => JSON.parse(row).charge)
        .filter(Boolean);
      const earlier = key === null ? -1 : charges.findIndex((each) => each.key === key);
      if (earlier >= 0) return { charge: earlier + 1, amountWon: charges[earlier].amountWon, isFirst: false };
      insert({ charge: { amountWon, key } });
      return { charge: charges.length + 1, amountWon, isFirst: true };
    },
  };
}

/**
 * Naming a product, or anything after a payment, starts a new purchase; otherwise the present one continues.
 *
 * @returns The reply, and the conversation after it: unchanged when the request was incomplete.
 */
export function shop(conversation, said) {
  const isUnderWay = said.product === undefined && conversation.payment === undefined;
  // The cart outlives a purchase.
  const kept = conversation.cart === undefined ? {} : { cart: conversation.cart };
  const known = isUnderWay ? { ...conversation, ...said } : { ...said, ...kept };
  const { product, quantity, payment } = known;
  const ask = [
    ...(product === undefined ? ['product'] : []),
    ...(quantity === undefined && payment !== undefined ? ['quantity'] : []),
  ];
  if (ask.length > 0) return { status: 422, fields: { error: 'incomplete', ask, ...said }, conversation };
  const unitPriceWon = prices[product];
  if (unitPriceWon === undefined) return { status: 400, fields: { error: 'invalid' }, conversation };
  if (quantity === undefined) {
    return { status: 200, fields: { product, unitPriceWon }, conversation: known };
  }
  const totalWon = unitPriceWon * quantity;
  if (payment === undefined) {
    return {
      status: 200,
      fields: { product, quantity, totalWon, next: 'payment' },
      conversation: known,
    };
  }
  const order = { product, quantity, payment, totalWon };
  return { status: 200, fields: { paid: true, ...order }, conversation: known, order };
}

/**
 * Shows the cart, adds to it, or takes all of it from a client that carries it.
 *
 * @returns The reply, and the conversation after it if it has changed.
 */
export function cart(conversation, { add, items }) {
  const has = (product) => Object.hasOwn(prices, product);
  if (items !== undefined) {
    const isCart = Array.isArray(items) && items.every(has);
    return isCart ? { status: 200, fields: { cart: items } } : { status: 400, fields: { error: 'invalid' } };
  }
  const present = conversation.cart ?? [];
  if (add === undefined) return { status: 200, fields: { cart: present } };
  if (!has(add)) return { status: 400, fields: { error: 'invalid', field: 'items' } };
  const after = [...present, add];
  return { status: 200, fields: { cart: after }, conversation: { ...conversation, cart: after } };
}
