import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userIds } from '../../../simulation/applications/account.ts';
import { paymentMethods, productIds } from '../../../simulation/applications/shop.ts';
import { isClusterLine, isTransportLine, readScript, type ScriptLine, writeScript } from '../script-text.ts';

const anyShopLine: fc.Arbitrary<ScriptLine> = fc
  .record(
    {
      product: fc.constantFrom(...productIds),
      quantity: fc.integer({ min: 1, max: 99 }),
      payment: fc.constantFrom(...paymentMethods),
    },
    { requiredKeys: [] },
  )
  .filter((said) => Object.keys(said).length > 0)
  .map((said) => ({ kind: 'shop', said }));
const anyLine: fc.Arbitrary<ScriptLine> = fc.oneof(
  anyShopLine,
  fc
    .constantFrom(...(['visit', 'me', 'admin', 'log-out', 'refresh', 'open', 'close'] as const))
    .map((kind) => ({ kind })),
  fc.constantFrom(...userIds).map((user) => ({ kind: 'log-in', user }) as const),
  fc.record({
    kind: fc.constant('pay' as const),
    amountWon: fc.integer({ min: 1, max: 100_000_000 }),
    hasIdempotencyKey: fc.boolean(),
  }),
  fc.constantFrom('client', 'client-2').map((to) => ({ kind: 'hand-over', to }) as const),
  fc.record({
    kind: fc.constantFrom('send' as const, 'request' as const),
    text: fc.stringMatching(/^[a-z가-힣0-9?]+( [a-z가-힣0-9?]+)*$/),
  }),
);

describe('a script as text', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (script) => {
        expect(readScript(writeScript(script), () => true)).toEqual({ lines: script, unknown: [] });
      }),
    );
  });

  it('can have empty lines and comments', () => {
    const text = '# a login\n\n  log-in   mina\r\nme\n';
    expect(readScript(text, isClusterLine)).toEqual({
      lines: [{ kind: 'log-in', user: 'mina' }, { kind: 'me' }],
      unknown: [],
    });
  });

  it('reports each line that it does not understand, and keeps the rest', () => {
    const text = 'shop laptop\nfly away\nlog-in nobody\npay lots\nshop laptop laptop\nme too\nshop\nlog-out';
    expect(readScript(text, isClusterLine)).toEqual({
      lines: [{ kind: 'shop', said: { product: 'laptop' } }, { kind: 'log-out' }],
      unknown: [
        { number: 2, text: 'fly away' },
        { number: 3, text: 'log-in nobody' },
        { number: 4, text: 'pay lots' },
        { number: 5, text: 'shop laptop laptop' },
        { number: 6, text: 'me too' },
        { number: 7, text: 'shop' },
      ],
    });
  });

  it('rejects lines of the other kind of script', () => {
    expect(readScript('open\nme', isTransportLine)).toEqual({
      lines: [{ kind: 'open' }],
      unknown: [{ number: 2, text: 'me' }],
    });
  });
});
