import fc from 'fast-check';
import { importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { signJws } from '../../../src/simulation/protocols/jws.ts';
import {
  decodeToken,
  issueToken,
  lifetimeClaims,
  verifyToken,
} from '../../../src/simulation/protocols/token.ts';
import {
  AUDIENCE,
  acceptedWith,
  anyClaims,
  firstKey,
  ISSUER,
  minasClaims,
  NOON_UNIX_S,
  NOON_US,
  secondKey,
} from '../../support/tokens.ts';

const SECOND_US = 1_000_000;

function refusalOf(payload: unknown, nowUs = NOON_US) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const check = verifyToken(signJws('{"alg":"HS256"}', text, firstKey), acceptedWith(firstKey), nowUs);
  return check.kind === 'refused' ? check.refusal : check.kind;
}

describe('a token', () => {
  it("is interchangeable with jose's in both directions, for any claims", async () => {
    const key = await importJWK({ ...firstKey });
    const header = { alg: 'HS256', typ: 'JWT', kid: 'first' };
    const options = {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate: new Date(NOON_UNIX_S * 1000),
    };
    await fc.assert(
      fc.asyncProperty(anyClaims, async (claims) => {
        const verified = await jwtVerify(issueToken(claims, firstKey), key, options);
        expect(verified.payload).toEqual(claims);
        expect(verified.protectedHeader).toEqual(header);

        const theirs = await new SignJWT({ ...claims, aud: [claims.aud].flat() })
          .setProtectedHeader(header)
          .sign(key);
        const check = verifyToken(theirs, acceptedWith(secondKey, firstKey), NOON_US);
        expect(check).toEqual({ kind: 'valid', claims: { ...claims, aud: [claims.aud].flat() } });
      }),
    );
  });

  it('can be read without a key', () => {
    expect(decodeToken(issueToken(minasClaims, firstKey))).toEqual({
      header: { alg: 'HS256', typ: 'JWT', kid: 'first' },
      payload: minasClaims,
    });
    expect(decodeToken('no token')).toBeUndefined();
    expect(decodeToken(signJws('{}', 'no JSON', firstKey))).toBeUndefined();
    expect(decodeToken(signJws('{}', '"no object"', firstKey))).toBeUndefined();
  });

  it('ends at the exact microsecond of its expiry (RFC 7519 §4.1.4), and starts at that of nbf (§4.1.5)', () => {
    const claims = { ...minasClaims, nbf: NOON_UNIX_S + 10, exp: NOON_UNIX_S + 20 };
    const begin = NOON_US + 10 * SECOND_US;
    const end = NOON_US + 20 * SECOND_US;
    expect(refusalOf(claims, begin - 1)).toEqual({ kind: 'not-yet-valid', validFromUs: begin });
    expect(refusalOf(claims, begin)).toBe('valid');
    expect(refusalOf(claims, end - 1)).toBe('valid');
    expect(refusalOf(claims, end)).toEqual({ kind: 'expired', expiredUs: end, claims });
    expect(refusalOf(claims, end + 1)).toEqual({ kind: 'expired', expiredUs: end, claims });
  });

  it('may end at a fraction of a second (NumericDate, RFC 7519 §2)', () => {
    const claims = { ...minasClaims, exp: NOON_UNIX_S + 0.5 };
    expect(refusalOf(claims, NOON_US + 499_999)).toBe('valid');
    expect(refusalOf(claims, NOON_US + 500_000)).toEqual({
      kind: 'expired',
      expiredUs: NOON_US + 500_000,
      claims,
    });
  });

  it('expires at the same second as under jose', async () => {
    const key = await importJWK({ ...firstKey });
    const token = issueToken({ ...minasClaims, exp: NOON_UNIX_S + 2 }, firstKey);
    for (const seconds of [0, 1, 2, 3]) {
      const theirs = await jwtVerify(token, key, {
        currentDate: new Date((NOON_UNIX_S + seconds) * 1000),
      }).then(
        () => 'valid',
        (error) => error.code,
      );
      const ours = verifyToken(token, acceptedWith(firstKey), NOON_US + seconds * SECOND_US).kind;
      expect([theirs, ours]).toEqual(seconds < 2 ? ['valid', 'valid'] : ['ERR_JWT_EXPIRED', 'refused']);
    }
  });

  it('never lives longer than requested, and less than a second shorter', () => {
    const time = fc.integer({ min: 0, max: 10 ** 12 });
    // Verified at any time, so it must not say when it was issued.
    const { iat: _, ...undated } = minasClaims;
    fc.assert(
      fc.property(time, time, (nowUs, lifetimeUs) => {
        const { iat, exp } = lifetimeClaims(nowUs, lifetimeUs);
        const nowMs = Math.floor(nowUs / 1000);
        expect(iat).toBe(Math.floor((Date.UTC(2026, 2, 2) + nowMs) / 1000));
        const endUs = nowUs + lifetimeUs;
        expect(refusalOf({ ...undated, exp }, endUs)).toMatchObject({ kind: 'expired' });
        expect(refusalOf({ ...undated, exp }, endUs - SECOND_US)).toBe('valid');
      }),
    );
  });
});

describe('a token is refused', () => {
  it.each([
    ['no JSON', 'json'],
    ['', 'json'],
    ['[]', 'object'],
    ['null', 'object'],
  ])('when its payload is signed, but no JSON object: %j', (payload, problem) => {
    expect(refusalOf(payload)).toEqual({ kind: 'malformed', part: 'payload', problem });
  });

  it('for its signature before any of its claims is read (RFC 8725 §3.3)', () => {
    const forged = signJws('{"alg":"HS256"}', 'no JSON', secondKey);
    expect(verifyToken(forged, acceptedWith(firstKey), NOON_US)).toEqual({
      kind: 'refused',
      refusal: { kind: 'bad-signature' },
    });
  });

  it.each([
    ['iss', 1],
    ['iss', undefined],
    ['aud', undefined],
    ['aud', [AUDIENCE, 1]],
    ['exp', undefined],
    ['exp', String(NOON_UNIX_S + 3_600)],
    ['exp', null],
    ['nbf', '0'],
    ['iat', null],
    ['sub', 17],
    ['jti', undefined],
    ['role', ['admin']],
  ])('when %s is %j', (claim, value) => {
    expect(refusalOf({ ...minasClaims, [claim]: value })).toEqual({
      kind: 'invalid-claims',
      claims: [claim],
    });
  });

  it('with the names of all missing claims', () => {
    expect(refusalOf({})).toEqual({ kind: 'invalid-claims', claims: ['iss', 'aud', 'exp', 'jti'] });
  });

  it('when its issuer differs, even if only in case (RFC 7519 §4.1.1)', () => {
    for (const iss of ['https://login.evil.example', ISSUER.toUpperCase(), '']) {
      expect(refusalOf({ ...minasClaims, iss })).toEqual({ kind: 'wrong-issuer' });
    }
  });

  it("when it's meant for another audience (RFC 7519 §4.1.3)", () => {
    for (const aud of ['https://bank.example', ['https://bank.example'], [], '']) {
      expect(refusalOf({ ...minasClaims, aud })).toEqual({ kind: 'wrong-audience' });
    }
  });

  it('without an exception, for any signed text', () => {
    const claim = fc.constantFrom('iss', 'aud', 'sub', 'exp', 'nbf', 'iat', 'jti', 'role', '__proto__');
    const payload = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.dictionary(claim, fc.jsonValue()).map((changes) => JSON.stringify({ ...minasClaims, ...changes })),
    );
    fc.assert(
      fc.property(payload, fc.integer(), (signed, nowUs) => {
        expect(() => refusalOf(signed, nowUs)).not.toThrow();
      }),
    );
  });
});
