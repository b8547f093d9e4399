/** Keys, claims and accepted tokens for tests. */
import fc from 'fast-check';
import type { OctetKey, SigningKey } from '../../src/simulation/protocols/signing-key.ts';
import type { AcceptedTokens, Claims } from '../../src/simulation/protocols/token.ts';
import type { Tampering } from '../../src/simulation/protocols/token-tampering.ts';

/** The key of RFC 7515 Appendix A.1.1, with a key ID. */
export const firstKey: OctetKey = {
  kty: 'oct',
  alg: 'HS256',
  kid: 'first',
  k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
};

/** The key of RFC 7520 §3.5, with a key ID. */
export const secondKey: OctetKey = {
  kty: 'oct',
  alg: 'HS256',
  kid: 'second',
  k: 'hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg',
};

export const ISSUER = 'https://login.example';
export const AUDIENCE = 'https://shop.example';

export function acceptedWith(...keys: readonly SigningKey[]): AcceptedTokens {
  return { keys, issuer: ISSUER, audience: AUDIENCE };
}

/** Noon, computed by Date, which the simulation doesn't use. */
export const NOON_UNIX_S = Date.UTC(2026, 2, 2, 12) / 1000;

/** The same noon in virtual time, which starts at midnight. */
export const NOON_US = 12 * 3_600 * 1_000_000;

/** Valid at noon for one hour. */
export const minasClaims: Claims = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'mina',
  role: 'user',
  iat: NOON_UNIX_S,
  exp: NOON_UNIX_S + 3_600,
  jti: 'token-1',
};

/** Random claims that are valid at noon, with arbitrary private claims. */
export const anyClaims: fc.Arbitrary<Claims> = fc
  .record({
    registered: fc.record(
      {
        sub: fc.string({ unit: 'grapheme' }),
        role: fc.constantFrom('user', 'admin'),
        iat: fc.integer({ min: 0, max: NOON_UNIX_S }),
        nbf: fc.integer({ min: 0, max: NOON_UNIX_S }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    aud: fc.constantFrom(AUDIENCE, [AUDIENCE], ['https://bank.example', AUDIENCE]),
    exp: fc.integer({ min: NOON_UNIX_S + 1, max: NOON_UNIX_S + 10 ** 9 }),
    jti: fc.string({ unit: 'binary' }),
    conversation: fc.jsonValue({ stringUnit: 'binary' }),
  })
  .map(({ registered, ...rest }) => asJson({ iss: ISSUER, ...registered, ...rest }));

/** JSON round trip: JSON has no -0 and no lone surrogates. */
function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

/** Every kind of tampering that is possible without the key. */
export const anyTampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({ kind: fc.constant('set-claim'), claim: fc.string(), value: fc.jsonValue() }),
  fc.record({ kind: fc.constant('set-payload'), payload: fc.string({ unit: 'binary' }) }),
  fc.record({
    kind: fc.constant('set-algorithm'),
    algorithm: fc.oneof(fc.constantFrom('none', 'HS256'), fc.string()),
  }),
  fc.record({ kind: fc.constant('flip-signature-bit'), bit: fc.nat() }),
  fc.constant({ kind: 'sign-with-own-key' }),
  fc.constant({ kind: 'sign-with-leaked-key', secret: 'A'.repeat(43) }),
);
