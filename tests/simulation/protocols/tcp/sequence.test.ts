import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  distance,
  isWithin,
  offset,
  SEQUENCE_MAX,
} from '../../../../src/simulation/protocols/tcp/sequence.ts';

const anySequence = fc.oneof(
  fc.integer({ min: 0, max: SEQUENCE_MAX }),
  fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, SEQUENCE_MAX),
);

describe('sequence numbers (RFC 9293 §3.4: arithmetic modulo 2^32)', () => {
  it('wrap around after the last one', () => {
    expect(advance(SEQUENCE_MAX, 1)).toBe(0);
    expect(advance(0, -1)).toBe(SEQUENCE_MAX);
    expect(distance(SEQUENCE_MAX, 2)).toBe(3);
    expect(offset(2, SEQUENCE_MAX)).toBe(-3);
    expect(isWithin(1, SEQUENCE_MAX, 3)).toBe(true);
    expect(isWithin(2, SEQUENCE_MAX, 3)).toBe(false);
  });

  it('match arithmetic on whole numbers modulo 2^32', () => {
    const modulo = (value: bigint) => Number(((value % 2n ** 32n) + 2n ** 32n) % 2n ** 32n);
    fc.assert(
      fc.property(anySequence, anySequence, (one, other) => {
        expect(advance(one, other)).toBe(modulo(BigInt(one) + BigInt(other)));
        expect(distance(one, other)).toBe(modulo(BigInt(other) - BigInt(one)));
        expect(advance(one, distance(one, other))).toBe(other);
        expect(modulo(BigInt(offset(one, other)))).toBe(distance(one, other));
        expect(Math.abs(offset(one, other))).toBeLessThanOrEqual(2 ** 31);
      }),
    );
  });
});
