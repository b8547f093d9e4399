import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, pack, unpack } from '../../src/url/packed-json.ts';

const words = ['kind', 'node', 'crash'];

function isJson(value: unknown): value is Json {
  return JSON.stringify(JSON.parse(JSON.stringify(value))) === JSON.stringify(value);
}

describe('packed JSON', () => {
  it('is unpacked to its original value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        if (isJson(value)) expect(unpack(pack(value, words), words)).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    0,
    31,
    32,
    -1,
    127,
    128,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
    0.1,
    1e300,
    '',
    '한글 👋',
    'x'.repeat(1_000),
    { '': 1, ['__proto__']: 2, constructor: 3 },
    Array.from({ length: 1_000 }, (_, index) => `word ${index}`),
    Array.from({ length: 40 }, (_, index) => ({ [`name ${index}`]: index })),
  ])('keeps %j', (value) => {
    const again = unpack(pack(value, words), words);
    expect(JSON.stringify(again)).toBe(JSON.stringify(value));
  });

  it('takes one byte for a known word, for a repeated string, and for the fields of an object like an earlier one', () => {
    const length = (value: Json) => pack(value, words).length;
    expect(length('crash')).toBe(1);
    expect(length(['somewhere', 'somewhere']) - length(['somewhere'])).toBe(1);
    const command = { kind: 'crash', node: 'server-1' };
    expect(length([command, command]) - length([command])).toBe(3);
  });

  it('leaves out undefined fields, as JSON does', () => {
    expect(unpack(pack({ kind: undefined, node: 1 }, words), words)).toEqual({ node: 1 });
  });
});

describe('invalid bytes', () => {
  const known = fc.sample(fc.jsonValue({ maxDepth: 5 }), { numRuns: 200, seed: 1 }).filter(isJson);

  it('give an error or some value, and nothing else', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .tuple(fc.constantFrom(...known), fc.nat(), fc.nat(3), fc.uint8Array({ maxLength: 4 }))
        .map(([value, place, cut, put]) => {
          const bytes = pack(value, words);
          const at = place % (bytes.length + 1);
          return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);
        }),
    );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        let value: Json;
        try {
          value = unpack(bytes, words);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
          return;
        }
        expect(unpack(pack(value, words), words)).toEqual(value);
      }),
      { numRuns: 10_000 },
    );
  });

  it('are refused when they were truncated at any point', () => {
    const bytes = pack({ commands: [{ kind: 'crash', node: 'server-1' }] }, words);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => unpack(bytes.subarray(0, length), words)).toThrow();
    }
  });

  it('are refused when they are nested deeper than any run', () => {
    const list = 0xd1;
    expect(() => unpack(new Uint8Array(1_000_000).fill(list), words)).toThrow('deep');
  });

  it('are refused when they expand to far more than their size', () => {
    const long = pack(
      Array.from({ length: 100_000 }, () => 'x'.repeat(10_000)),
      words,
    );
    expect(long.length).toBeLessThan(200_000);
    expect(() => unpack(long, words)).toThrow('expands');
  });
});
