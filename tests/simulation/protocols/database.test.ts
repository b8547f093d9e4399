import { describe, expect, it } from 'vitest';
import { bytesOnWire, serialize } from '../../../src/simulation/protocols/wire.ts';

describe('messages between servers and database', () => {
  it('name the product whose price is asked for, and the price', () => {
    expect(serialize({ kind: 'price-query', product: 'americano' })).toContain("'americano'");
    expect(serialize({ kind: 'price-row', product: 'americano', unitPriceWon: 3_000 })).toContain('\n3000\n');
  });

  it('name everything about an order, and its number', () => {
    const order = { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 } as const;
    expect(serialize({ kind: 'order-insert', order })).toContain("('laptop', 2, 'card', 2000000)");
    expect(serialize({ kind: 'order-row', orderNumber: 7 })).toContain('\n7\n');
  });

  it('have as many bytes as their text', () => {
    const query = { kind: 'price-query', product: 'laptop' } as const;
    expect(bytesOnWire(query)).toBe(Buffer.byteLength(serialize(query)));
  });
});
