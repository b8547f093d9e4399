/** What servers say to the database. The text is the statement that a driver would send. */
import type { Order, ProductId } from '../application/shop.ts';

export type DatabaseQuery =
  | { readonly kind: 'price-query'; readonly product: ProductId }
  | { readonly kind: 'order-insert'; readonly order: Order };

export type DatabaseAnswer =
  | { readonly kind: 'price-row'; readonly product: ProductId; readonly unitPriceWon: number }
  | { readonly kind: 'order-row'; readonly orderNumber: number };

export function serializeDatabase(message: DatabaseQuery | DatabaseAnswer): string {
  switch (message.kind) {
    case 'price-query':
      return `SELECT unit_price_won FROM products WHERE id = '${message.product}';`;
    case 'price-row':
      return `unit_price_won\n${message.unitPriceWon}\n`;
    case 'order-insert': {
      const { product, quantity, payment, totalWon } = message.order;
      const values = `'${product}', ${quantity}, '${payment}', ${totalWon}`;
      return `INSERT INTO orders (product, quantity, payment, total_won) VALUES (${values}) RETURNING number;`;
    }
    case 'order-row':
      return `number\n${message.orderNumber}\n`;
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}
