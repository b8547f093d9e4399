/** The database: prices and orders, resource state that no strategy moves. */
import { unitPricesWon } from '../application/shop.ts';
import type { ClusterActor } from '../cluster.ts';

/** All it knows is in its memory, which is on disk. */
export function database(): ClusterActor<null> {
  return {
    initial: null,
    react(state, input, { memory }) {
      if (input.kind !== 'message') return { state, effects: [] };
      const { message } = input;
      switch (message.body.kind) {
        case 'price-query': {
          const { product } = message.body;
          const row = { kind: 'price-row', product, unitPriceWon: unitPricesWon[product] } as const;
          return { state, effects: [{ kind: 'reply', to: message, body: row }] };
        }
        case 'order-insert': {
          // Orders are all it remembers; they are numbered from 1.
          const orderNumber = memory.size + 1;
          const item = { kind: 'order', orderNumber, order: message.body.order } as const;
          return {
            state,
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
