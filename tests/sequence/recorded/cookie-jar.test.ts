import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCookieDate } from '../../../src/sequence/recorded/cookie-date.ts';
import {
  CookieJar,
  defaultPath,
  domainMatches,
  pathMatches,
} from '../../../src/sequence/recorded/cookie-jar.ts';

const at = (host: string, path = '/', isSecure = true) => ({ host, path, isSecure });
const NOW = Date.UTC(2026, 10, 29);

function sent(jar: CookieJar, host: string, path = '/', nowMs = NOW, isSecure = true): string[] {
  return jar.cookiesFor(at(host, path, isSecure), nowMs).cookies.map(({ name, value }) => `${name}=${value}`);
}

describe('a cookie jar', () => {
  // The examples of RFC 6265 §3.1.
  it('returns the examples of RFC 6265', () => {
    const jar = new CookieJar();
    jar.set('SID=31d4d96e407aad42', at('example.com'), NOW);
    expect(sent(jar, 'example.com')).toEqual(['SID=31d4d96e407aad42']);
    expect(sent(jar, 'www.example.com')).toEqual([]);
    jar.set('SID=31d4d96e407aad42; Path=/; Domain=example.com', at('example.com'), NOW);
    expect(sent(jar, 'www.example.com')).toEqual(['SID=31d4d96e407aad42']);
    const other = new CookieJar();
    other.set('SID=31d4d96e407aad42; Path=/; Secure; HttpOnly', at('example.com'), NOW);
    other.set('lang=en-US; Path=/; Domain=example.com', at('example.com'), NOW);
    expect(sent(other, 'example.com').sort()).toEqual(['SID=31d4d96e407aad42', 'lang=en-US']);
    expect(sent(other, 'example.com', '/', NOW, false)).toEqual(['lang=en-US']);
    expect(other.set('lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT', at('example.com'), NOW).kind).toBe(
      'deleted',
    );
  });

  it('deletes a cookie by Max-Age, which wins over Expires, and lets it expire', () => {
    const jar = new CookieJar();
    jar.set('a=1; Max-Age=10; Expires=Sun, 06 Nov 1994 08:49:37 GMT', at('x.test'), NOW);
    expect(sent(jar, 'x.test', '/', NOW + 9_000)).toEqual(['a=1']);
    expect(jar.cookiesFor(at('x.test'), NOW + 10_000).expired).toMatchObject([{ name: 'a' }]);
    jar.set('b=1', at('x.test'), NOW);
    expect(jar.set('b=; Max-Age=0', at('x.test'), NOW)).toMatchObject({
      kind: 'deleted',
      before: { value: '1' },
    });
    expect(sent(jar, 'x.test')).toEqual([]);
  });

  it('rejects the cookie of another domain, and ignores one without a name', () => {
    const jar = new CookieJar();
    expect(jar.set('a=1; Domain=other.test', at('x.test'), NOW)).toMatchObject({ kind: 'rejected' });
    expect(jar.set('a=1; Domain=sub.x.test', at('x.test'), NOW)).toMatchObject({ kind: 'rejected' });
    expect(jar.set('nothing', at('x.test'), NOW)).toEqual({ kind: 'ignored' });
    expect(jar.set('=1', at('x.test'), NOW)).toEqual({ kind: 'ignored' });
  });

  it('keeps cookies of one name apart by path, and sends the longest path first', () => {
    const jar = new CookieJar();
    jar.set('a=root; Path=/', at('x.test', '/shop/cart'), NOW);
    jar.set('a=shop', at('x.test', '/shop/cart'), NOW);
    expect(sent(jar, 'x.test', '/shop/pay')).toEqual(['a=shop', 'a=root']);
    expect(sent(jar, 'x.test', '/shopping')).toEqual(['a=root']);
  });

  it('learns from what is sent', () => {
    const jar = new CookieJar();
    jar.learn('a', '1', at('x.test', '/deep/page'));
    expect(sent(jar, 'x.test')).toEqual(['a=1']);
    jar.learn('a', '2', at('x.test'));
    expect(sent(jar, 'x.test')).toEqual(['a=2']);
  });
});

test.each([
  ['example.com', 'example.com', true],
  ['www.example.com', 'example.com', true],
  ['badexample.com', 'example.com', false],
  ['example.com', 'www.example.com', false],
  ['127.0.0.1', '0.0.1', false],
])('%s matches the domain %s: %s', (host, domain, expected) => {
  expect(domainMatches(host, domain)).toBe(expected);
});

test.each([
  ['/', '/', true],
  ['/a/b', '/a', true],
  ['/a/b', '/a/', true],
  ['/ab', '/a', false],
  ['/a', '/a/', false],
])('%s matches the path %s: %s', (requested, path, expected) => {
  expect(pathMatches(requested, path)).toBe(expected);
});

test('the default path ends before the last slash', () => {
  expect(['/', '/a', '/a/b', '/a/'].map(defaultPath)).toEqual(['/', '/', '/a', '/a']);
});

describe('a cookie’s date', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT'],
    ['Sunday, 06-Nov-94 08:49:37 GMT'],
    ['Sun Nov  6 08:49:37 1994'],
    ['06 nov 94 8:49:37'],
  ])('reads %s', (text) => {
    expect(readCookieDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  it.each([
    '',
    'tomorrow',
    'Sun, 06 Nov 1994',
    '31 Feb 2020 00:00:00',
    '01 Jan 1600 00:00:00',
    '1 Jan 2020 24:00:00',
  ])('rejects %j', (text) => {
    expect(readCookieDate(text)).toBeNull();
  });

  it('reads every date that browsers and servers write', () => {
    const any = fc.date({ min: new Date('1970-01-01'), max: new Date('2400-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(any, (date) => {
        expect(readCookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1_000) * 1_000);
      }),
    );
  });
});
