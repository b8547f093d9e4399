import fc from 'fast-check';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/simulation/kernel/random.ts';
import { parseJwe } from '../../../src/simulation/protocols/compact-serialization.ts';
import { open, seal } from '../../../src/simulation/protocols/jwe.ts';
import { newSigningKey, type OctetKey } from '../../../src/simulation/protocols/signing-key.ts';
import { firstKey } from '../../support/tokens.ts';

function keyNamed(kid: string, seed = 1): OctetKey {
  const key = newSigningKey(kid, randomStream(seed, `key ${kid}`), 'A256GCM');
  if (key.kty !== 'oct') throw new Error('A sealing key is symmetric.');
  return key;
}

const key = keyNamed('1');
const random = randomStream(7, 'nonces');

describe('a sealed text', () => {
  it("is interchangeable with jose's in both directions, for any text", async () => {
    const theirs = await importJWK({ ...key });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const { plaintext, protectedHeader } = await compactDecrypt(seal(text, key, random), theirs);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(plaintext)).toBe(text);
        expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: '1' });

        const sealed = await new CompactEncrypt(new TextEncoder().encode(text))
          .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: '1' })
          .encrypt(theirs);
        expect(open(sealed, [keyNamed('2'), key])).toEqual({ kind: 'opened', plaintext: text });
      }),
      { numRuns: 30 },
    );
  });

  it('is refused after a change of any octet, and never opened', () => {
    const sealed = seal('{"user":"mina"}', key, random);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(
        fc.nat({ max: sealed.length - 1 }),
        fc.constantFrom(...alphabet, '.', ' '),
        (at, character) => {
          fc.pre(sealed[at] !== character);
          const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
          expect(open(changed, [key]).kind).toBe('refused');
        },
      ),
    );
  });

  it('is sealed with a new nonce each time, and hides what it says', () => {
    const sealed = Array.from({ length: 50 }, () => seal('mina', key, random));
    expect(new Set(sealed.map((each) => each.split('.')[2])).size).toBe(50);
    expect(sealed.join()).not.toContain(Buffer.from('mina').toString('base64url'));
  });
});

describe('opening is refused', () => {
  const sealed = seal('{}', key, random);
  const refusalOf = (text: string, keys = [key]) => {
    const check = open(text, keys);
    return check.kind === 'refused' ? check.refusal : check.kind;
  };

  it('without the key, and with another key of that ID', () => {
    expect(refusalOf(sealed, [])).toEqual({ kind: 'unknown-key', kid: '1' });
    expect(refusalOf(sealed, [keyNamed('2')])).toEqual({ kind: 'unknown-key', kid: '1' });
    expect(refusalOf(sealed, [keyNamed('1', 99)])).toEqual({ kind: 'bad-seal' });
    expect(open(sealed, [{ ...firstKey, kid: '1' }])).toMatchObject({ refusal: { kind: 'unknown-key' } });
  });

  // RFC 7516 §5.2, steps 1 to 5.
  it.each([
    ['', 'token', 'number-of-parts'],
    ['a.b.c', 'token', 'number-of-parts'],
    [sealed.replace('..', '.AA.'), 'token', 'number-of-parts'],
    [`${sealed}.`, 'token', 'number-of-parts'],
    [`!${sealed}`, 'header', 'base64url'],
    [withHeader('not JSON'), 'header', 'json'],
    [withHeader('[]'), 'header', 'object'],
    [headed({ alg: 'dir', enc: 'A256GCM', kid: 1 }), 'header', 'kid'],
    [withPart(2, '!'), 'payload', 'base64url'],
    [withPart(3, '!'), 'payload', 'base64url'],
    [withPart(4, '!'), 'payload', 'base64url'],
  ])('for the malformed %s: %s, %s', (text, part, problem) => {
    expect(refusalOf(text)).toEqual({ kind: 'malformed', part, problem });
  });

  it.each([
    [headed({ alg: 'A256KW', enc: 'A256GCM', kid: '1' }), 'unknown-algorithm'],
    [headed({ alg: 'dir', enc: 'A128GCM', kid: '1' }), 'unknown-algorithm'],
    [headed({ alg: 'dir', enc: 'A256GCM', kid: '1', zip: 'DEF' }), 'unknown-algorithm'],
    [headed({ alg: 'dir', enc: 'A256GCM', kid: '1', crit: ['exp'] }), 'unsupported-critical'],
    [headed({ alg: 'dir', enc: 'A256GCM', kid: '1', more: 1 }), 'bad-seal'],
  ])('for %s: %s', (text, kind) => {
    expect(refusalOf(text)).toMatchObject({ kind });
  });

  function withPart(place: number, part: string): string {
    return sealed.split('.').with(place, part).join('.');
  }

  function withHeader(text: string): string {
    return withPart(0, Buffer.from(text).toString('base64url'));
  }

  function headed(header: object): string {
    return withHeader(JSON.stringify(header));
  }

  it('for a text without a full stop or with a short nonce', () => {
    expect(parseJwe('abc')).toMatchObject({ kind: 'malformed' });
    const [header, , , ciphertext, tag] = sealed.split('.');
    expect(refusalOf([header, '', 'AAAA', ciphertext, tag].join('.'))).toEqual({ kind: 'bad-seal' });
  });
});
