import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cookieOf,
  cookiesSetBy,
  deleteCookie,
  setCookie,
} from '../../../src/simulation/protocols/cookies.ts';
import { type Header, httpRequest, jsonResponse } from '../../../src/simulation/protocols/http.ts';

function requestWith(...cookies: string[]) {
  return httpRequest(
    'GET',
    '/shop',
    cookies.map((line): Header => ['Cookie', line]),
  );
}

describe('a cookie that is set', () => {
  it('is HttpOnly, Secure and SameSite', () => {
    expect(setCookie('sid', '1f')).toEqual(['Set-Cookie', 'sid=1f; Path=/; HttpOnly; Secure; SameSite=Lax']);
  });

  it('reaches the client without its attributes', () => {
    const response = jsonResponse(200, [setCookie('sid', '1f'), ['set-cookie', 'theme=dark']], {});
    expect(cookiesSetBy(response)).toEqual([
      { name: 'sid', value: '1f', isDeleted: false },
      { name: 'theme', value: 'dark', isDeleted: false },
    ]);
  });

  it('keeps everything after its first equals sign', () => {
    expect(cookiesSetBy(jsonResponse(200, [setCookie('token', 'YQ==')], {}))).toEqual([
      { name: 'token', value: 'YQ==', isDeleted: false },
    ]);
  });
});

describe('a cookie that is sent back', () => {
  it('is found among others by its whole name (RFC 6265 §4.2)', () => {
    const request = requestWith('xsid=no; sid=1f; side=no');
    expect(cookieOf(request, 'sid')).toBe('1f');
    expect(cookieOf(request, 'id')).toBeUndefined();
  });

  it('is missing from a request with no cookies or an unparsable Cookie header', () => {
    expect(cookieOf(requestWith(), 'sid')).toBeUndefined();
    expect(cookieOf(requestWith('sid'), 'sid')).toBeUndefined();
    expect(cookieOf(requestWith(';;='), 'sid')).toBeUndefined();
  });

  it('is returned as it was set, for any name and value', () => {
    // RFC 6265 §4.1.1: names are tokens; values are cookie-octets, without quotes, commas, semicolons or spaces.
    const letter = fc.constantFrom(...'abcXYZ019-_!~');
    const name = fc.string({ unit: letter, minLength: 1 });
    const value = fc.string({ unit: fc.oneof(letter, fc.constantFrom(...'=:/+')) });
    fc.assert(
      fc.property(name, value, (cookie, text) => {
        const [heard] = cookiesSetBy(jsonResponse(200, [setCookie(cookie, text)], {}));
        expect(cookieOf(requestWith(`other=1; ${heard?.name}=${heard?.value}`), cookie)).toBe(text);
      }),
    );
  });
});

describe('a cookie that is deleted', () => {
  it('has a Max-Age of 0 and an expiry date in the past (RFC 6265 §3.1)', () => {
    const [, line] = deleteCookie('sid');
    expect(line).toMatch(/; Max-Age=0(;|$)/);
    const [, expires = ''] = /; Expires=([^;]*)/.exec(line) ?? [];
    expect(new Date(expires).toUTCString()).toBe(expires);
    expect(new Date(expires).getTime()).toBeLessThanOrEqual(0);
  });

  it('is distinguished from one that is set', () => {
    const response = jsonResponse(200, [deleteCookie('sid'), setCookie('theme', 'dark')], {});
    expect(cookiesSetBy(response).map(({ name, isDeleted }) => [name, isDeleted])).toEqual([
      ['sid', true],
      ['theme', false],
    ]);
  });
});

describe('the age of a cookie', () => {
  it.each([
    ['Max-Age=0', true],
    ['max-age=0', true],
    ['Max-Age=-1', true],
    ['Max-Age=-86400', true],
    ['Max-Age=60', false],
    ['Max-Age=05', false],
    ['Max-Age=-', false],
    ['X-Max-Age=0', false],
    ['Path=/', false],
  ])('decides whether it is deleted: %s (RFC 6265 §5.2.2)', (attribute, isDeleted) => {
    const response = jsonResponse(200, [['Set-Cookie', `sid=1f; ${attribute}`]], {});
    expect(cookiesSetBy(response)).toEqual([{ name: 'sid', value: '1f', isDeleted }]);
  });
});

describe('a pair without an equals sign', () => {
  it('is a value without a name', () => {
    expect(cookiesSetBy(jsonResponse(200, [['Set-Cookie', ' 1f ; Path=/']], {}))).toEqual([
      { name: '', value: '1f', isDeleted: false },
    ]);
    expect(cookieOf(requestWith('sid1f; theme=dark'), 'sid1')).toBeUndefined();
    expect(cookieOf(requestWith(' 1f '), '')).toBe('1f');
  });

  it('differs from a pair with an empty name', () => {
    expect(cookiesSetBy(jsonResponse(200, [['Set-Cookie', '= 1f']], {}))).toEqual([
      { name: '', value: '1f', isDeleted: false },
    ]);
  });
});
