import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseJws } from '../../../src/simulation/protocols/compact-serialization.ts';
import { signJws, verifyJws } from '../../../src/simulation/protocols/jws.ts';
import type { SigningKey } from '../../../src/simulation/protocols/signing-key.ts';
import { firstKey, secondKey } from '../../support/tokens.ts';

const text = (octets: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
const base64url = (value: string) => Buffer.from(value).toString('base64url');

/** Correctly signed, with any header. */
function signed(header: unknown, payload = '{}', key = firstKey) {
  return signJws(typeof header === 'string' ? header : JSON.stringify(header), payload, key);
}

function refusalOf(jws: string, ...keys: readonly SigningKey[]) {
  const check = verifyJws(jws, keys);
  return check.kind === 'refused' ? check.refusal : check.kind;
}

describe('RFC 7515 Appendix A.1, a JWS with HMAC-SHA-256', () => {
  const header = '{"typ":"JWT",\r\n "alg":"HS256"}';
  const payload = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}';
  const compact =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9' +
    '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
    '.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  it('is signed byte for byte (A.1.1)', () => {
    expect(signJws(header, payload, firstKey)).toBe(compact);
    const jws = parseJws(compact);
    // The HMAC as the appendix lists it.
    expect('signature' in jws && [...jws.signature]).toEqual([
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
      191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]);
  });

  it('is verified (A.1.2) with any of several keys, although it names none', () => {
    for (const keys of [[firstKey], [secondKey, firstKey]]) {
      const check = verifyJws(compact, keys);
      expect(check.kind === 'valid' && text(check.payload)).toBe(payload);
    }
    expect(refusalOf(compact, secondKey)).toEqual({ kind: 'bad-signature' });
  });
});

describe('RFC 7520 §4.4, a JWS with HMAC-SHA-256 whose payload is a text and whose key has an ID', () => {
  const kid = '018c0ae5-4d9b-471b-bfd6-eef314bc7037';
  const payload =
    'It’s a dangerous business, Frodo, going out your door. You step onto the road, and if you ' +
    "don't keep your feet, there’s no knowing where you might be swept off to.";
  const compact =
    'eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9' +
    '.SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUg' +
    'cm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0' +
    'IGJlIHN3ZXB0IG9mZiB0by4' +
    '.s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0';

  it('is signed and verified', () => {
    expect(signJws(`{"alg":"HS256","kid":"${kid}"}`, payload, secondKey)).toBe(compact);
    const check = verifyJws(compact, [firstKey, { ...secondKey, kid }]);
    expect(check.kind === 'valid' && text(check.payload)).toBe(payload);
  });
});

describe('a JWS', () => {
  it("is interchangeable with jose's in both directions, for any payload", async () => {
    const joseKey = await importJWK({ ...firstKey });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (payload) => {
        const ours = signed({ alg: 'HS256', kid: 'first' }, payload);
        expect(text((await compactVerify(ours, joseKey)).payload)).toBe(payload);
        const theirs = await new CompactSign(new TextEncoder().encode(payload))
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(joseKey);
        expect(theirs).toBe(ours);
        expect(verifyJws(theirs, [firstKey]).kind).toBe('valid');
      }),
    );
  });

  it('encodes a lone surrogate as U+FFFD, as TextEncoder does', () => {
    expect(signed('{"alg":"HS256"}', 'a\ud800b').split('.')[1]).toBe(base64url('a\ufffdb'));
  });
});

describe('a JWS is refused', () => {
  const [header = '', payload = '', signature = ''] = signed({ alg: 'HS256', kid: 'first' }).split('.');

  it.each([
    ['', 'token', 'number-of-parts'],
    ['no token', 'token', 'number-of-parts'],
    [`${header}.${payload}`, 'token', 'number-of-parts'],
    [`${header}.${payload}.${signature}.${signature}`, 'token', 'number-of-parts'],
    [`${header}=.${payload}.${signature}`, 'header', 'base64url'],
    [`${header}.${payload}+/.${signature}`, 'payload', 'base64url'],
    [`${header}.${payload}.${signature}\n`, 'signature', 'base64url'],
    [`${header}.${payload}. ${signature}`, 'signature', 'base64url'],
    [`.${payload}.${signature}`, 'header', 'json'],
    [`${base64url('{"alg":')}.${payload}.${signature}`, 'header', 'json'],
    [`${Buffer.from([0x22, 0xff, 0x22]).toString('base64url')}.${payload}.${signature}`, 'header', 'json'],
    [`${base64url('["HS256"]')}.${payload}.${signature}`, 'header', 'object'],
    [`${base64url('null')}.${payload}.${signature}`, 'header', 'object'],
    [signed({ typ: 'JWT' }), 'header', 'alg'],
    [signed({ alg: 256 }), 'header', 'alg'],
    [signed({ alg: 'HS256', kid: 1 }), 'header', 'kid'],
  ])("when it's malformed: %j", (jws, part, problem) => {
    expect(refusalOf(jws, firstKey)).toEqual({ kind: 'malformed', part, problem });
  });

  it.each([
    [signed({ alg: 'none', kid: 'first' }), 'still signed'],
    [`${base64url('{"alg":"none"}')}.${payload}.`, 'not signed'],
    // RFC 7515 Appendix A.5.
    [
      'eyJhbGciOiJub25lIn0' +
        '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.',
      'RFC 7515 A.5',
    ],
    // RFC 7515 Appendix E: critical as well, and every implementation must reject it.
    [
      'eyJhbGciOiJub25lIiwNCiAiY3JpdCI6WyJodHRwOi8vZXhhbXBsZS5jb20vVU5ERUZJTkVEIl0sDQogImh0dHA6Ly9leGFtcGxl' +
        'LmNvbS9VTkRFRklORUQiOnRydWUNCn0.RkFJTA.',
      'RFC 7515 Appendix E',
    ],
  ])("when it's unsecured: %s (%s)", (jws) => {
    expect(refusalOf(jws, firstKey)).toEqual({ kind: 'algorithm-none' });
    expect(refusalOf(jws)).toEqual({ kind: 'algorithm-none' });
  });

  it("when its algorithm isn't the pinned one, even if its signature is correct", () => {
    for (const algorithm of ['HS512', 'RS256', 'ES256', 'hs256', 'None', 'NONE', '']) {
      const refusal = { kind: 'unknown-algorithm', algorithm };
      expect(refusalOf(signed({ alg: algorithm, kid: 'first' }), firstKey)).toEqual(refusal);
    }
  });

  it.each([
    [{ crit: ['exp'], exp: 1363284000 }],
    [{ crit: ['b64'], b64: false }],
    [{ crit: [] }],
    [{ crit: null }],
  ])('when it has a critical extension (RFC 7515 §4.1.11): %j', (extension) => {
    expect(refusalOf(signed({ alg: 'HS256', ...extension }), firstKey)).toEqual({
      kind: 'unsupported-critical',
    });
  });

  it('when its key is unknown', () => {
    const jws = signed({ alg: 'HS256', kid: 'first' });
    expect(refusalOf(jws, secondKey)).toEqual({ kind: 'unknown-key', kid: 'first' });
    expect(refusalOf(jws)).toEqual({ kind: 'unknown-key', kid: 'first' });
    expect(refusalOf(signed({ alg: 'HS256' }))).toEqual({ kind: 'unknown-key', kid: null });
  });

  it('when another key signed it', () => {
    const forged = signed({ alg: 'HS256', kid: 'first' }, '{}', secondKey);
    expect(refusalOf(forged, firstKey, secondKey)).toEqual({ kind: 'bad-signature' });
  });

  it('when its signature is missing, truncated or extended', () => {
    const mac = Buffer.from(signature, 'base64url');
    for (const octets of [[], [...mac].slice(0, 31), [...mac, 0], [...mac, ...mac]]) {
      const jws = `${header}.${payload}.${Buffer.from(octets).toString('base64url')}`;
      expect(refusalOf(jws, firstKey)).toEqual({ kind: 'bad-signature' });
    }
  });

  it('when any one of its characters is changed', () => {
    const jws = `${header}.${payload}.${signature}`;
    const anyPlace = fc.nat({ max: jws.length - 1 });
    fc.assert(
      fc.property(anyPlace, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (place, other) => {
        const changed = jws.slice(0, place) + other + jws.slice(place + 1);
        fc.pre(changed !== jws);
        expect(verifyJws(changed, [firstKey, secondKey]).kind).toBe('refused');
      }),
    );
  });

  it('without an exception, for any text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map(base64url),
      fc.json().map(base64url),
      fc.uint8Array().map((octets) => Buffer.from(octets).toString('base64url')),
      fc
        .record({ alg: fc.constant('HS256'), kid: fc.jsonValue() })
        .map((value) => base64url(JSON.stringify(value))),
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(anyText, (jws) => {
        expect(verifyJws(jws, [firstKey]).kind).toBe('refused');
      }),
    );
  });
});
