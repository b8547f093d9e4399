import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/simulation/kernel/random.ts';
import { open, seal } from '../../../src/simulation/protocols/jwe.ts';
import { newSigningKey, type OctetKey } from '../../../src/simulation/protocols/signing-key.ts';
import { decodeToken, issueToken, verifyToken } from '../../../src/simulation/protocols/token.ts';
import { tamper } from '../../../src/simulation/protocols/token-tampering.ts';
import { acceptedWith, anyTampering, firstKey, minasClaims, NOON_US } from '../../support/tokens.ts';

const token = issueToken(minasClaims, firstKey);

function refusalOf(tampered: string) {
  const check = verifyToken(tampered, acceptedWith(firstKey), NOON_US);
  return check.kind === 'refused' ? check.refusal.kind : check.kind;
}

function partsOf(text: string) {
  const [header = '', payload = '', signature = ''] = text.split('.');
  return { header, payload, signature };
}

describe('a tampered token', () => {
  it('claims that its bearer is an administrator, under the original signature', () => {
    const changed = tamper(token, { kind: 'set-claim', claim: 'role', value: 'admin' });
    expect(decodeToken(changed)?.payload).toEqual({ ...minasClaims, role: 'admin' });
    expect(partsOf(changed)).toEqual({ ...partsOf(token), payload: partsOf(changed).payload });
    expect(refusalOf(changed)).toBe('bad-signature');
  });

  it('has any payload that a person typed, and can be changed again', () => {
    const changed = tamper(token, { kind: 'set-payload', payload: '{"role":' });
    expect(Buffer.from(partsOf(changed).payload, 'base64url').toString()).toBe('{"role":');
    expect(refusalOf(changed)).toBe('bad-signature');
    const back = tamper(changed, { kind: 'set-payload', payload: JSON.stringify(minasClaims) });
    expect(back).toBe(token);
    expect(refusalOf(back)).toBe('valid');
  });

  it('names no algorithm, and loses its signature', () => {
    const changed = tamper(token, { kind: 'set-algorithm', algorithm: 'none' });
    expect(decodeToken(changed)?.header).toEqual({ alg: 'none', typ: 'JWT', kid: 'first' });
    expect(changed.endsWith('.')).toBe(true);
    expect(refusalOf(changed)).toBe('algorithm-none');
  });

  it('names another algorithm, and keeps its signature', () => {
    const changed = tamper(token, { kind: 'set-algorithm', algorithm: 'RS256' });
    expect(partsOf(changed).signature).toBe(partsOf(token).signature);
    expect(refusalOf(changed)).toBe('unknown-algorithm');
  });

  it("has any one bit of its signature flipped, and is restored when it's flipped back", () => {
    const octetsOf = (text: string) => [...Buffer.from(partsOf(text).signature, 'base64url')];
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        const changed = tamper(token, { kind: 'flip-signature-bit', bit });
        const differences = octetsOf(changed).map((octet, index) => octet ^ (octetsOf(token)[index] ?? 0));
        const bits = differences.map((octet) => octet.toString(2).padStart(8, '0')).join('');
        expect(bits.indexOf('1')).toBe(bit % 256);
        expect(bits.lastIndexOf('1')).toBe(bit % 256);
        expect(refusalOf(changed)).toBe('bad-signature');
        expect(tamper(changed, { kind: 'flip-signature-bit', bit })).toBe(token);
      }),
    );
  });

  it("is signed with the attacker's key, under the name of the real one", () => {
    const changed = tamper(tamper(token, { kind: 'set-claim', claim: 'role', value: 'admin' }), {
      kind: 'sign-with-own-key',
    });
    expect(decodeToken(changed)?.header).toEqual(decodeToken(token)?.header);
    expect(refusalOf(changed)).toBe('bad-signature');
  });

  it('is accepted only if it says what was signed, after any tampering', () => {
    fc.assert(
      fc.property(fc.array(anyTampering, { minLength: 1, maxLength: 4 }), (tamperings) => {
        const changed = tamperings.reduce(tamper, token);
        expect(refusalOf(changed) === 'valid').toBe(changed === token);
      }),
    );
  });

  it("stays unchanged when it's no token", () => {
    for (const text of ['', 'no token', '1.2.3']) {
      expect(tamper(text, { kind: 'set-algorithm', algorithm: 'none' })).toBe(text);
      expect(tamper(text, { kind: 'sign-with-own-key' })).toBe(text);
    }
  });
});

describe('a tampered sealed cookie', () => {
  const random = randomStream(1, 'nonces');
  const keyNamed = (kid: string): OctetKey => {
    const made = newSigningKey(kid, randomStream(2, `key ${kid}`), 'A256GCM');
    if (made.kty !== 'oct') throw new Error('A sealing key is symmetric.');
    return made;
  };
  const key = keyNamed('1');
  const cookie = seal('{"user":"mina"}', key, random);
  const headerOf = (text: string) =>
    JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as unknown;
  const opens = (text: string) => open(text, [key]);

  it('can’t be changed claim by claim, because nobody can read it', () => {
    expect(tamper(cookie, { kind: 'set-claim', claim: 'role', value: 'admin' })).toBe(cookie);
  });

  it('names another algorithm, and keeps everything else', () => {
    const changed = tamper(cookie, { kind: 'set-algorithm', algorithm: 'none' });
    expect(headerOf(changed)).toEqual({ alg: 'dir', enc: 'none', kid: '1' });
    expect(changed.split('.').slice(1)).toEqual(cookie.split('.').slice(1));
    expect(opens(changed).kind).not.toBe('opened');
  });

  it('has one bit of its tag flipped, and is restored when it’s flipped back', () => {
    const changed = tamper(cookie, { kind: 'flip-signature-bit', bit: 9 });
    const [tag, other] = [cookie, changed].map((text) => Buffer.from(text.split('.')[4] ?? '', 'base64url'));
    expect([...(other ?? [])].map((octet, index) => octet ^ (tag?.[index] ?? 0))).toEqual([
      0,
      0b0100_0000,
      ...Array<number>(14).fill(0),
    ]);
    expect(opens(changed).kind).not.toBe('opened');
    expect(tamper(changed, { kind: 'flip-signature-bit', bit: 9 })).toBe(cookie);
  });

  it('is sealed with a foreign key, under the name of the real one', () => {
    for (const tampering of [
      { kind: 'sign-with-own-key' },
      { kind: 'set-payload', payload: '{"role":"admin"}' },
    ] as const) {
      const changed = tamper(cookie, tampering);
      expect(headerOf(changed)).toEqual(headerOf(cookie));
      expect(changed).not.toBe(cookie);
      expect(opens(changed).kind).not.toBe('opened');
    }
  });

  it('is accepted when it’s sealed with a key that leaked, and unchanged when the text is no key', () => {
    const changed = tamper(cookie, { kind: 'sign-with-leaked-key', secret: key.k });
    expect(opens(changed)).toEqual({ kind: 'opened', plaintext: '{}' });
    for (const secret of ['', 'short', '!'.repeat(43)]) {
      expect(tamper(cookie, { kind: 'sign-with-leaked-key', secret })).toBe(cookie);
    }
  });
});
