/** The database: prices and orders, resource state that no strategy moves. */
import { unitPricesWon } from '../application/shop.ts';
import type { ClusterActor } from '../cluster.ts';

/** Its orders are numbered from 1. */
export type DatabaseState = { readonly orders: number };

export function database(): ClusterActor<DatabaseState> {
  return {
    initial: { orders: 0 },
    react(state, input) {
      if (input.kind !== 'message') return { state, effects: [] };
      const { message } = input;
      switch (message.body.kind) {
        case 'price-query': {
          const { product } = message.body;
          const row = { kind: 'price-row', product, unitPriceWon: unitPricesWon[product] } as const;
          return { state, effects: [{ kind: 'reply', to: message, body: row }] };
        }
        case 'order-insert': {
          const orderNumber = state.orders + 1;
          const item = { kind: 'order', orderNumber, order: message.body.order } as const;
          return {
            state: { orders: orderNumber },
            effects: [
              { kind: 'remember', key: `order ${orderNumber}`, item },
              { kind: 'reply', to: message, body: { kind: 'order-row', orderNumber } },
            ],
          };
        }
        default:
          throw new Error(`The database was sent a ${message.body.kind}.`);
      }
    },
  };
}
