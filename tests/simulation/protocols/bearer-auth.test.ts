import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bearerChallenge,
  bearerCredentials,
  readBearerCredentials,
} from '../../../src/simulation/protocols/bearer-auth.ts';

describe('a bearer token', () => {
  it('is sent in the Authorization header (the example of RFC 6750 §2.1)', () => {
    expect(bearerCredentials('mF_9.B5f-4.1JqM')).toBe('Bearer mF_9.B5f-4.1JqM');
    expect(readBearerCredentials('Bearer mF_9.B5f-4.1JqM')).toBe('mF_9.B5f-4.1JqM');
  });

  it('is recognised in any case of the scheme (RFC 9110 §11.1)', () => {
    expect(readBearerCredentials('BEARER  abc')).toBe('abc');
  });

  it.each([[''], ['Bearer'], ['Bearer '], ['Bearer a b'], ['Basic dGVzdDoxMjPCow=='], ['Bearerabc']])(
    'is not recognised in %j',
    (authorization) => {
      expect(readBearerCredentials(authorization)).toBeUndefined();
    },
  );

  it("survives a round trip, even if it's made up", () => {
    const anyToken = fc.string({ unit: 'binary', minLength: 1 }).filter((token) => !/\s/.test(token));
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(readBearerCredentials(bearerCredentials(token))).toBe(token);
      }),
    );
  });
});

describe('the challenge', () => {
  it('names no error for a request without a token (RFC 6750 §3.1)', () => {
    expect(bearerChallenge('shop', null)).toEqual(['WWW-Authenticate', 'Bearer realm="shop"']);
  });

  it('calls every refused token invalid, and says why (RFC 6750 §3)', () => {
    expect(bearerChallenge('shop', 'expired')).toEqual([
      'WWW-Authenticate',
      'Bearer realm="shop", error="invalid_token", error_description="expired"',
    ]);
  });
});
