import { describe, expect, it } from 'vitest';
import { embedCode, reachOf, shareAddress } from '../../src/url/share-link.ts';

describe('who can open a link', () => {
  it.each([
    ['http://localhost:4173/', 'here'],
    ['http://app.localhost/', 'here'],
    ['http://127.0.0.1:8080/', 'here'],
    ['http://127.1.2.3/', 'here'],
    ['http://[::1]/', 'here'],
    ['file:///home/me/statescope.html', 'here'],
    ['http://192.168.0.7:4173/', 'nearby'],
    ['http://10.1.2.3/', 'nearby'],
    ['http://172.16.0.1/', 'nearby'],
    ['http://172.31.255.1/', 'nearby'],
    ['http://lab-3.local/', 'nearby'],
    ['http://lecture/', 'nearby'],
    ['http://[fd12:3456::1]/', 'nearby'],
    ['http://[fe80::1]/', 'nearby'],
    ['http://[febf::1]/', 'nearby'],
    ['http://[::]:4173/', 'here'],
    ['http://[2001:db8::1]/', 'everywhere'],
    ['http://[2001:db8::1]:4173/', 'everywhere'],
    ['http://[fec0::1]/', 'everywhere'],
    ['http://[fd::1]/', 'everywhere'],
    ['http://172.32.0.1/', 'everywhere'],
    ['http://11.0.0.1/', 'everywhere'],
    ['https://example.com/statescope/', 'everywhere'],
    ['https://10.example.com/', 'everywhere'],
    ['https://localhost.example.com/', 'everywhere'],
  ])('%s: %s', (address, reach) => {
    expect(reachOf(new URL(address))).toBe(reach);
  });
});

describe('the address of a link', () => {
  const link = '?lesson=clerk&step=3#run=abc';

  it.each([
    ['https://example.com/scope/', `https://example.com/scope/${link}`],
    ['  https://example.com  ', `https://example.com/${link}`],
    ['https://example.com/scope/?lesson=other&embed#run=old', `https://example.com/scope/${link}`],
    ['http://localhost:4173/index.html', `http://localhost:4173/index.html${link}`],
  ])('at %s', (base, address) => {
    expect(shareAddress(base, link)).toBe(address);
  });

  it.each(['', 'example', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://', '//x'])(
    'is null for “%s”',
    (base) => {
      expect(shareAddress(base, link)).toBeNull();
    },
  );
});

it('HTML for another page cannot be closed early by its contents', () => {
  const code = embedCode('https://example.com/?a=1&b="><script>', 'A "title" </iframe>');
  expect(code).toContain('src="https://example.com/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
  expect(code).toContain('title="A &quot;title&quot; &lt;/iframe&gt;"');
  expect(code.match(/<\/?\w+/g)).toEqual(['<iframe', '</iframe']);
});
