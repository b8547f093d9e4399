/** Messages between servers and the database. The text is the SQL statement that a driver would send. */
import type { Identity } from '../applications/account.ts';
import type { Charge } from '../applications/payment.ts';
import type { ProductId, PurchaseOrder } from '../applications/shop.ts';

export type DatabaseQuery =
  | { readonly kind: 'price-query'; readonly product: ProductId }
  | { readonly kind: 'order-insert'; readonly order: PurchaseOrder }
  /** The database compares the password with its hash, so the hash never leaves it. */
  | { readonly kind: 'account-query'; readonly userId: string; readonly password: string }
  | { readonly kind: 'charge-insert'; readonly charge: Charge };

export type DatabaseAnswer =
  | { readonly kind: 'price-row'; readonly product: ProductId; readonly unitPriceWon: number }
  | { readonly kind: 'order-row'; readonly orderNumber: number }
  /** Null when no account has this name and password. */
  | { readonly kind: 'account-row'; readonly identity: Identity | null }
  /** `isFirst` is false when this idempotency key was charged before. */
  | {
      readonly kind: 'charge-row';
      readonly chargeNumber: number;
      readonly amountWon: number;
      readonly isFirst: boolean;
    };

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
    case 'account-query': {
      const { userId, password } = message;
      const matches = `password_hash = crypt(${quoted(password)}, password_hash)`;
      return `SELECT id, name, role FROM accounts WHERE id = ${quoted(userId)} AND ${matches};`;
    }
    case 'account-row': {
      const { identity } = message;
      return `id|name|role\n${identity === null ? '' : `${identity.userId}|${identity.name}|${identity.role}\n`}`;
    }
    case 'charge-insert': {
      const { amountWon, idempotencyKey } = message.charge;
      const values = `${amountWon}, ${idempotencyKey === null ? 'NULL' : quoted(idempotencyKey)}`;
      const insert = `INSERT INTO charges (amount_won, idempotency_key) VALUES (${values})`;
      // A no-op update, so that the statement returns the existing row.
      const conflict =
        'ON CONFLICT (idempotency_key) DO UPDATE SET idempotency_key = EXCLUDED.idempotency_key';
      return `${insert} ${conflict} RETURNING number, amount_won, xmax = 0;`;
    }
    case 'charge-row': {
      const { chargeNumber, amountWon, isFirst } = message;
      return `number|amount_won|is_first\n${chargeNumber}|${amountWon}|${isFirst ? 't' : 'f'}\n`;
    }
    default:
      throw new Error(`Unknown message ${message satisfies never}`);
  }
}

/** An SQL string literal; quotes inside are doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
