import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openable, piecesOf } from '../../src/sequence/web-address.ts';

describe('an address in a diagram', () => {
  it.each([
    'http://example.org/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'mailto:a@example.org',
    'file:///etc/passwd',
    '//example.org/x',
    'example.org',
    'https://example.org@evil.example/',
    '',
  ])('is not opened unless it is a page over https: %s', (target) => {
    expect(openable(target)).toBeNull();
  });

  it('is opened as a browser reads it', () => {
    expect(openable(' HTTPS://Example.org/a b ')).toBe('https://example.org/a%20b');
  });

  it.each([
    ['see https://a.example/x?y=1#z.', 'https://a.example/x?y=1#z'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/wiki/X_(y), then', 'https://a.example/wiki/X_(y)'],
    ['https://a.example/문서를', 'https://a.example/'],
    ['https://a.example/x를 보세요', 'https://a.example/x'],
  ])('ends where the sentence goes on: %s', (text, address) => {
    const found = piecesOf(text).filter((piece) => piece.address !== null);
    expect(found.map((piece) => piece.text)).toEqual([address]);
  });

  it('is found without changing the text', () => {
    const anyPiece = fc.constantFrom(
      'https://a.b/',
      'x',
      ' ',
      '.',
      ')',
      '(',
      '를',
      'http://c.d',
      'https://',
      '@',
      '#',
    );
    fc.assert(
      fc.property(fc.array(anyPiece), (parts) => {
        const text = parts.join('');
        const pieces = piecesOf(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { address } of pieces)
          if (address !== null) expect(new URL(address).protocol).toBe('https:');
      }),
    );
  });
});
