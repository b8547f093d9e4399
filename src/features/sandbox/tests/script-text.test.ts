import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userIds } from '../../../simulation/applications/account.ts';
import { paymentMethods, productIds } from '../../../simulation/applications/shop.ts';
import { DELAY_US_MAX } from '../../../simulation/validation/limits.ts';
import { kindsBeside } from '../applications.ts';
import {
  exampleLines,
  isClusterLine,
  isTransportLine,
  readScript,
  type ScriptLine,
  writeScript,
} from '../script-text.ts';

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
  fc.integer({ min: 1, max: DELAY_US_MAX }).map((us) => ({ kind: 'wait', us }) as const),
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

  it('says times with any unit, and without one in seconds', () => {
    expect(readScript('wait 30 s\nwait 1 h 30 min\nwait 5\nwait 250ms', isClusterLine).lines).toEqual([
      { kind: 'wait', us: 30_000_000 },
      { kind: 'wait', us: 5_400_000_000 },
      { kind: 'wait', us: 5_000_000 },
      { kind: 'wait', us: 250_000 },
    ]);
    expect(
      readScript('wait\nwait long\nwait 31 days\nat once [ me; wait 1 s ]', isClusterLine).unknown,
    ).toEqual([
      { number: 1, text: 'wait', suggestion: 'wait 30 s' },
      { number: 2, text: 'wait long', suggestion: 'wait 30 s' },
      { number: 3, text: 'wait 31 days', suggestion: 'wait 30 s' },
      { number: 4, text: 'wait 1 s', fault: 'no-request' },
    ]);
  });

  it('reports each line that it does not understand, and keeps the rest', () => {
    const text = 'shop laptop\nfly away\nlog-in nobody\npay lots\nshop laptop laptop\nme too\nshop\nlog-out';
    expect(readScript(text, isClusterLine)).toEqual({
      lines: [{ kind: 'shop', said: { product: 'laptop' } }, { kind: 'log-out' }],
      unknown: [
        { number: 2, text: 'fly away' },
        { number: 3, text: 'log-in nobody', suggestion: 'log-in mina' },
        { number: 4, text: 'pay lots', suggestion: 'pay 50000 with-key' },
        { number: 5, text: 'shop laptop laptop', suggestion: 'shop laptop 2 card' },
        { number: 6, text: 'me too', suggestion: 'me' },
        { number: 7, text: 'shop', suggestion: 'shop laptop 2 card' },
      ],
    });
  });

  it('rejects lines of the other kind of script', () => {
    expect(readScript('open\nme', isTransportLine)).toEqual({
      lines: [{ kind: 'open' }],
      unknown: [{ number: 2, text: 'me' }],
    });
  });

  it.each([
    ['login mina', 'log-in mina'],
    ['Log in jun', 'log-in jun'],
    ['logout', 'log-out'],
    ['handover client-2', 'hand-over client-2'],
    ['addtocart americano', 'add-to-cart americano'],
    ['pay', 'pay 50000 with-key'],
  ])('suggests a line for one that is spelt like it: %s', (text, suggestion) => {
    expect(readScript(text, isClusterLine).unknown).toEqual([{ number: 1, text, suggestion }]);
  });

  it('has an example of each kind of line, and understands it', () => {
    const kinds = [...kindsBeside({ kind: 'me' }), ...kindsBeside({ kind: 'open' })];
    const { lines, unknown } = readScript(exampleLines(kinds).join('\n'), () => true);
    expect(unknown).toEqual([]);
    expect(lines.map(({ kind }) => kind)).toEqual(kinds);
  });
});
