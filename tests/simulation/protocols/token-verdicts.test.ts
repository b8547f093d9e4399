/** The same token, judged by this verifier, jose and jsonwebtoken. */
import { importJWK, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { withSignature } from '../../../src/simulation/protocols/jws.ts';
import type { EdwardsKey, SigningKey } from '../../../src/simulation/protocols/signing-key.ts';
import { publicHalfOf } from '../../../src/simulation/protocols/signing-key.ts';
import { issueToken, verifyToken } from '../../../src/simulation/protocols/token.ts';
import { tamper } from '../../../src/simulation/protocols/token-tampering.ts';
import {
  AUDIENCE,
  acceptedWith,
  firstKey,
  ISSUER,
  minasClaims,
  NOON_UNIX_S,
  NOON_US,
} from '../../support/tokens.ts';

/** RFC 8037 Appendix A.1. */
const edwardsKey: EdwardsKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  alg: 'EdDSA',
  kid: 'pair',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
};

interface Case {
  readonly token: string;
  readonly leewayS?: number;
  readonly key?: SigningKey;
}

function ours({ token, leewayS = 0, key = firstKey }: Case): string {
  const algorithm = key.alg === 'EdDSA' ? 'EdDSA' : 'HS256';
  const accepted = { ...acceptedWith(publicHalfOf(key)), leewayUs: leewayS * 1_000_000, algorithm } as const;
  return verifyToken(token, accepted, NOON_US).kind;
}

async function josesVerdict({ token, leewayS = 0, key = firstKey }: Case): Promise<string> {
  const options = {
    algorithms: [key.alg],
    issuer: ISSUER,
    audience: AUDIENCE,
    clockTolerance: leewayS,
    currentDate: new Date(NOON_UNIX_S * 1000),
  };
  const imported = await importJWK({ ...publicHalfOf(key) });
  const find = ({ kid }: { kid?: string }) => {
    if (kid !== key.kid) throw new Error('unknown kid');
    return imported;
  };
  return jwtVerify(token, find, options).then(
    () => 'valid',
    () => 'refused',
  );
}

/** It knows no Ed25519. */
function jsonwebtokensVerdict({ token, leewayS = 0 }: Case): string {
  const options = {
    algorithms: ['HS256' as const],
    issuer: ISSUER,
    audience: AUDIENCE,
    clockTolerance: leewayS,
    clockTimestamp: NOON_UNIX_S,
    complete: true as const,
  };
  try {
    const { header } = jsonwebtoken.verify(token, Buffer.from(firstKey.k, 'base64url'), options);
    return header.kid === firstKey.kid ? 'valid' : 'refused';
  } catch {
    return 'refused';
  }
}

const issued = (changes: object) => issueToken({ ...minasClaims, ...changes }, firstKey);
const now = NOON_UNIX_S;
const good = issued({});

const cases: readonly (readonly [string, Case, 'valid' | 'refused'])[] = [
  ['a valid token', { token: good }, 'valid'],
  ['at its expiry', { token: issued({ exp: now }) }, 'refused'],
  ['a second before its expiry', { token: issued({ exp: now + 1 }) }, 'valid'],
  ['expired, within the leeway', { token: issued({ exp: now - 4 }), leewayS: 5 }, 'valid'],
  ['expired, at the end of the leeway', { token: issued({ exp: now - 5 }), leewayS: 5 }, 'refused'],
  ['not yet valid', { token: issued({ nbf: now + 1 }) }, 'refused'],
  ['valid from now', { token: issued({ nbf: now }) }, 'valid'],
  ['not yet valid, within the leeway', { token: issued({ nbf: now + 5 }), leewayS: 5 }, 'valid'],
  ['not yet valid, beyond the leeway', { token: issued({ nbf: now + 6 }), leewayS: 5 }, 'refused'],
  ['of another issuer', { token: issued({ iss: 'https://evil.example' }) }, 'refused'],
  ['for another audience', { token: issued({ aud: 'https://bank.example' }) }, 'refused'],
  ['of another algorithm', { token: tamper(good, { kind: 'set-algorithm', algorithm: 'HS512' }) }, 'refused'],
  ['of no algorithm', { token: tamper(good, { kind: 'set-algorithm', algorithm: 'none' }) }, 'refused'],
  [
    'with another payload',
    { token: tamper(good, { kind: 'set-claim', claim: 'role', value: 'admin' }) },
    'refused',
  ],
  ['with a flipped bit', { token: tamper(good, { kind: 'flip-signature-bit', bit: 255 }) }, 'refused'],
  ['of an unknown key', { token: issueToken(minasClaims, { ...firstKey, kid: 'third' }) }, 'refused'],
  ['no token', { token: 'no.token' }, 'refused'],
];

describe('a token', () => {
  it.each(cases)('%s has the same verdict everywhere', async (_, given, verdict) => {
    const verdicts = {
      ours: ours(given),
      jose: await josesVerdict(given),
      jsonwebtoken: jsonwebtokensVerdict(given),
    };
    expect(verdicts).toEqual({ ours: verdict, jose: verdict, jsonwebtoken: verdict });
  });

  it('issued in the verifier’s future is refused, as jose does where a maximum age is set, within the same leeway', async () => {
    const key = await importJWK({ ...firstKey });
    for (const [ahead, leewayS, verdict] of [
      [1, 0, 'refused'],
      [5, 5, 'valid'],
      [6, 5, 'refused'],
    ] as const) {
      const token = issued({ iat: now + ahead });
      const theirs = await jwtVerify(token, key, {
        maxTokenAge: '1h',
        clockTolerance: leewayS,
        currentDate: new Date(now * 1000),
      }).then(
        () => 'valid',
        () => 'refused',
      );
      expect([ours({ token, leewayS }), theirs]).toEqual([verdict, verdict]);
      // RFC 7519 §4.1.6 only defines the claim, and this library doesn't judge by it.
      expect(jsonwebtokensVerdict({ token })).toBe('valid');
    }
  });
});

describe('a signature with Ed25519', () => {
  it('is that of RFC 8037 Appendix A.4', () => {
    // {"alg":"EdDSA"} and "Example of Ed25519 signing".
    const input = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    expect(withSignature(input, edwardsKey)).toBe(
      `${input}.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg`,
    );
  });

  it('is verified with the public half alone, as jose does; a shared secret never verifies it', async () => {
    const token = issueToken(minasClaims, edwardsKey);
    const given = { token, key: edwardsKey };
    expect([ours(given), await josesVerdict(given)]).toEqual(['valid', 'valid']);
    const half = publicHalfOf(edwardsKey);
    expect(half).not.toHaveProperty('d');
    expect(() => issueToken(minasClaims, half)).toThrow('no private half');
    // The public key as a secret: the confusion of algorithms (RFC 8725 §2.1).
    const confused = issueToken(minasClaims, { ...firstKey, kid: 'pair', k: edwardsKey.x });
    expect([
      ours({ token: confused, key: edwardsKey }),
      await josesVerdict({ token: confused, key: edwardsKey }),
    ]).toEqual(['refused', 'refused']);
  });

  it('can’t be made with what leaks from a server that only verifies', () => {
    const admin = tamper(issueToken(minasClaims, edwardsKey), {
      kind: 'set-claim',
      claim: 'role',
      value: 'admin',
    });
    const forged = tamper(admin, { kind: 'sign-with-leaked-key', secret: edwardsKey.x });
    expect(ours({ token: forged, key: edwardsKey })).toBe('refused');
    const withPrivate = tamper(admin, { kind: 'sign-with-leaked-key', secret: edwardsKey.d ?? '' });
    expect(ours({ token: withPrivate, key: edwardsKey })).toBe('valid');
  });

  it.each([0, 63, 65])('of %i octets is refused', (length) => {
    const [header, payload] = issueToken(minasClaims, edwardsKey).split('.');
    const signature = Buffer.alloc(length, 1).toString('base64url');
    expect(ours({ token: `${header}.${payload}.${signature}`, key: edwardsKey })).toBe('refused');
  });
});
