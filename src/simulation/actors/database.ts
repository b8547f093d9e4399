/** The database: accounts, prices, orders and charges, resource state that no strategy moves. */
import { accounts, type Identity } from '../applications/account.ts';
import { isPassword } from '../applications/password.ts';
import type { Charge } from '../applications/payment.ts';
import { unitPricesWon } from '../applications/shop.ts';
import type { ClusterActor, ClusterEffect } from '../cluster.ts';
import type { MemoryItem } from '../memory.ts';
import type { DatabaseAnswer, DatabaseQuery } from '../protocols/database.ts';

/** What the database looks up in what it has written. Its memory is on disk, and this is made anew from it. */
export interface DatabaseState {
  orders: number;
  charges: number;
  readonly chargesByKey: Map<string, ChargeItem>;
}

type ChargeItem = Extract<MemoryItem, { kind: 'charge' }>;

interface Execution {
  readonly answer: DatabaseAnswer;
  readonly written: readonly ClusterEffect[];
}

/** Prices and accounts are there from the beginning. */
export function database(): ClusterActor<DatabaseState> {
  return {
    start: () => ({ orders: 0, charges: 0, chargesByKey: new Map() }),
    react(state, input, { memory }) {
      if (input.kind === 'started') {
        for (const item of memory.values()) index(item, state);
        return [];
      }
      if (input.kind !== 'message') return [];
      const { message } = input;
      const { body } = message;
      switch (body.kind) {
        case 'price-query':
        case 'order-insert':
        case 'account-query':
        case 'charge-insert': {
          const { answer, written } = execute(body, state);
          return [...written, { kind: 'reply', to: message, body: answer }];
        }
        default:
          throw new Error(`The database was sent a ${body.kind}.`);
      }
    },
  };
}

function index(item: MemoryItem, state: DatabaseState): void {
  if (item.kind === 'order') state.orders += 1;
  if (item.kind !== 'charge') return;
  state.charges += 1;
  const { idempotencyKey } = item.charge;
  if (idempotencyKey !== null) state.chargesByKey.set(idempotencyKey, item);
}

function execute(query: DatabaseQuery, state: DatabaseState): Execution {
  switch (query.kind) {
    case 'price-query': {
      const { product } = query;
      return { answer: { kind: 'price-row', product, unitPriceWon: unitPricesWon[product] }, written: [] };
    }
    case 'order-insert': {
      const item = { kind: 'order', orderNumber: state.orders + 1, order: query.order } as const;
      const { orderNumber } = item;
      return { answer: { kind: 'order-row', orderNumber }, written: [write(item, orderNumber, state)] };
    }
    case 'account-query': {
      const identity = identityOf(query.userId, query.password);
      return { answer: { kind: 'account-row', identity }, written: [] };
    }
    case 'charge-insert':
      return charge(query.charge, state);
    default:
      throw new Error(`Unknown query ${query satisfies never}`);
  }
}

function identityOf(userId: string, password: string): Identity | null {
  const account = Object.values(accounts).find((each) => each.userId === userId);
  if (account === undefined || !isPassword(password, account.password)) return null;
  const { name, role } = account;
  return { userId, name, role };
}

function charge(asked: Charge, state: DatabaseState): Execution {
  const { idempotencyKey } = asked;
  const earlier = idempotencyKey === null ? undefined : state.chargesByKey.get(idempotencyKey);
  const item = earlier ?? ({ kind: 'charge', chargeNumber: state.charges + 1, charge: asked } as const);
  const { chargeNumber } = item;
  const { amountWon } = item.charge;
  return {
    answer: { kind: 'charge-row', chargeNumber, amountWon, isFirst: earlier === undefined },
    written: earlier === undefined ? [write(item, chargeNumber, state)] : [],
  };
}

function write(
  item: Extract<MemoryItem, { kind: 'order' | 'charge' }>,
  ordinal: number,
  state: DatabaseState,
): ClusterEffect {
  index(item, state);
  return { kind: 'remember', key: `${item.kind} ${ordinal}`, item };
}
