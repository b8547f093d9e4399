import { importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/simulation/kernel/random.ts';
import { newSigningKey, noKeys, rotateKey, secretOf } from '../../../src/simulation/protocols/signing-key.ts';
import { issueToken, verifyToken } from '../../../src/simulation/protocols/token.ts';
import {
  acceptedWith,
  firstKey,
  minasClaims,
  NOON_UNIX_S,
  NOON_US,
  secondKey,
} from '../../support/tokens.ts';

describe('a new key', () => {
  it('has 256 bits from its stream: new ones each time, the same ones for the same seed', () => {
    const random = randomStream(1, 'signing-key');
    const [one, other] = [newSigningKey('k1', random), newSigningKey('k2', random)];
    expect(one.kty === 'oct' && secretOf(one)).toHaveLength(32);
    expect({ ...other, kid: 'k1' }).not.toEqual(one);
    expect(newSigningKey('k1', randomStream(1, 'signing-key'))).toEqual(one);
  });

  it('is a JSON Web Key that jose accepts unchanged', async () => {
    const key = newSigningKey('k1', randomStream(7, 'signing-key'));
    const options = { currentDate: new Date(NOON_UNIX_S * 1000) };
    const verified = await jwtVerify(issueToken(minasClaims, key), await importJWK({ ...key }), options);
    expect(verified.protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'k1' });
  });

  it('is rejected when its secret is shorter than the hash (RFC 7518 §3.2)', () => {
    const short = { ...firstKey, k: Buffer.alloc(31).toString('base64url') };
    expect(() => issueToken(minasClaims, short)).toThrow('Key first has 31 of 32 bytes.');
  });
});

describe('a key ring', () => {
  const before = rotateKey(noKeys, firstKey, { keepsOld: false });
  const token = issueToken(minasClaims, firstKey);
  const check = (keys: typeof before) => {
    const checked = verifyToken(token, acceptedWith(...keys.verification), NOON_US);
    return checked.kind === 'refused' ? checked.refusal.kind : checked.kind;
  };

  it('without keys signs nothing and accepts nothing', () => {
    expect(noKeys.signing).toBeNull();
    expect(check(noKeys)).toBe('unknown-key');
    expect(check(before)).toBe('valid');
  });

  it("that keeps its old key signs with the new one and still accepts the old one's signatures", () => {
    const after = rotateKey(before, secondKey, { keepsOld: true });
    expect(after.signing).toBe(secondKey);
    expect(check(after)).toBe('valid');
  });

  it("that drops its old key refuses the old one's signatures at once", () => {
    const after = rotateKey(before, secondKey, { keepsOld: false });
    expect(after.signing).toBe(secondKey);
    expect(check(after)).toBe('unknown-key');
  });

  it('keeps all earlier keys when rotated more than once', () => {
    const later = rotateKey(
      rotateKey(before, secondKey, { keepsOld: true }),
      { ...secondKey, kid: 'third' },
      {
        keepsOld: true,
      },
    );
    expect(later.verification.map(({ kid }) => kid)).toEqual(['third', 'second', 'first']);
  });
});
