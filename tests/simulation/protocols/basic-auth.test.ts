import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basicCredentials, readBasicCredentials } from '../../../src/simulation/protocols/basic-auth.ts';

const basic = (octets: string | Uint8Array) => `Basic ${Buffer.from(octets).toString('base64')}`;

describe('Basic credentials', () => {
  it.each([
    ['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['test', '123£', 'Basic dGVzdDoxMjPCow=='],
  ])('are encoded as in RFC 7617 (§2, §2.1) for %s', (userId, password, authorization) => {
    expect(basicCredentials({ userId, password })).toBe(authorization);
    expect(readBasicCredentials(authorization)).toEqual({ userId, password });
  });

  it('survive a round trip with any password, colons included', () => {
    const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text));
    const anyUserId = anyText.map((text) => text.replaceAll(':', ''));
    fc.assert(
      fc.property(anyUserId, anyText, (userId, password) => {
        const authorization = basicCredentials({ userId, password });
        expect(authorization).toBe(basic(`${userId}:${password}`));
        expect(readBasicCredentials(authorization)).toEqual({ userId, password });
      }),
    );
  });

  it('are recognised in any case of the scheme (RFC 9110 §11.1)', () => {
    expect(readBasicCredentials('BASIC  dGVzdDoxMjPCow==')).toEqual({ userId: 'test', password: '123£' });
  });

  it('have no colon in the user ID and no control characters', () => {
    expect(() => basicCredentials({ userId: 'a:b', password: '' })).toThrow('colon');
    expect(() => basicCredentials({ userId: 'a', password: 'b\u0000' })).toThrow('control');
    expect(() => basicCredentials({ userId: 'a\u007f', password: '' })).toThrow('control');
  });

  it.each([
    [''],
    ['Basic'],
    ['Basic '],
    ['Bearer dGVzdDoxMjPCow=='],
    ['Basic dGVzdDoxMjPCow'],
    ['Basic dGVz dDoxMjPCow=='],
    ['Basic dGVzdDoxMjPCow==\n'],
    [basic('no colon')],
    [basic('a:b\u0000')],
    [basic(Uint8Array.of(0x61, 0x3a, 0xff))],
  ])('are not recognised in %j', (authorization) => {
    expect(readBasicCredentials(authorization)).toBeUndefined();
  });

  it('are parsed from any text without an exception', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.oneof(text, text.map(basic), fc.uint8Array().map(basic)), (authorization) => {
        expect(() => readBasicCredentials(authorization)).not.toThrow();
      }),
    );
  });
});
