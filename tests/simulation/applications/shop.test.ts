import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversation, type ProductId, shop } from '../../../src/simulation/applications/shop.ts';
import { anyLine } from '../../support/arbitraries.ts';

const prices = { laptop: 1_000_000, americano: 3_000 };
const priceOf = (product: ProductId) => prices[product];

/** The shop's replies to one line after the other. Each line gets the state that the previous one left. */
function replies(lines: readonly Conversation[]) {
  let state: Conversation = {};
  return lines.map((line) => {
    const step = shop(state, line, priceOf);
    state = step.state;
    return step.reply;
  });
}

describe('a purchase (T1)', () => {
  it.each([
    ['laptop', 1_000_000, 2_000_000],
    ['americano', 3_000, 6_000],
  ] as const)('of two: one %s costs %i won, two cost %i won', (product, unitPriceWon, totalWon) => {
    expect(replies([{ product }, { quantity: 2 }, { payment: 'card' }])).toEqual([
      { kind: 'price', product, unitPriceWon },
      { kind: 'total', product, quantity: 2, totalWon },
      { kind: 'paid', order: { product, quantity: 2, payment: 'card', totalWon } },
    ]);
  });

  it('ends the same when one line contains everything', () => {
    const all = { product: 'americano', quantity: 2, payment: 'cash' } as const;
    expect(replies([all])).toEqual([{ kind: 'paid', order: { ...all, totalWon: 6_000 } }]);
  });

  it('starts over when a product is named, without the old quantity', () => {
    const [, , third] = replies([{ product: 'laptop' }, { quantity: 2 }, { product: 'americano' }]);
    expect(third).toEqual({ kind: 'price', product: 'americano', unitPriceWon: 3_000 });
  });
});

describe("a server that doesn't know the earlier lines (T2)", () => {
  it('asks "two of what?"', () => {
    const { state, reply } = shop({}, { quantity: 2 }, priceOf);
    expect([state, reply]).toEqual([{}, { kind: 'incomplete', ask: ['product'], heard: { quantity: 2 } }]);
  });

  it('asks "what, and how many?" when the customer wants to pay', () => {
    expect(shop({}, { payment: 'card' }, priceOf).reply).toMatchObject({ ask: ['product', 'quantity'] });
  });

  it('asks "how many?" when the customer wants to pay for a product', () => {
    expect(shop({ product: 'laptop' }, { payment: 'card' }, priceOf).reply).toEqual({
      kind: 'incomplete',
      ask: ['quantity'],
      heard: { payment: 'card' },
    });
  });

  it('asks "what?" when the line is empty', () => {
    expect(shop({}, {}, priceOf).reply).toMatchObject({ kind: 'incomplete', ask: ['product'] });
  });

  it('leaves the state unchanged after any incomplete line', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (state, line) => {
        const step = shop(state, line, priceOf);
        if (step.reply.kind === 'incomplete') expect(step.state).toEqual(state);
      }),
    );
  });
});

describe('a purchase that is paid', () => {
  it("is complete: the next line starts another one, which isn't charged", () => {
    const paid = { product: 'laptop', quantity: 2, payment: 'card' } as const;
    expect(shop(paid, { quantity: 3 }, priceOf)).toEqual({
      state: paid,
      reply: { kind: 'incomplete', ask: ['product'], heard: { quantity: 3 } },
    });
    expect(shop(paid, {}, priceOf).reply).toMatchObject({ kind: 'incomplete', ask: ['product'] });
  });
});

describe('the total', () => {
  it("is the database's price times the quantity, for any price", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(), (quantity, unitPriceWon) => {
        const { reply } = shop({}, { product: 'laptop', quantity }, () => unitPriceWon);
        expect(reply).toMatchObject({ kind: 'total', totalWon: quantity * unitPriceWon });
      }),
    );
  });

  it('never comes from the customer', () => {
    const claims = { product: 'laptop', quantity: 2, payment: 'card', totalWon: 1, unitPriceWon: 1 } as const;
    const { reply } = shop({}, claims, priceOf);
    expect(reply).toMatchObject({ order: { totalWon: 2_000_000 } });
  });
});

describe('the shop', () => {
  it("mutates nothing that it's given", () => {
    fc.assert(
      fc.property(anyLine, anyLine, (state, line) => {
        expect(shop(Object.freeze(state), Object.freeze(line), priceOf)).toEqual(shop(state, line, priceOf));
      }),
    );
  });
});
