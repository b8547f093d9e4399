import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDiagram, encodeDiagram } from '../../src/url/diagram-code.ts';
import { walkIn } from '../../src/url/diagram-link.ts';

describe('the code of a diagram', () => {
  it('restores any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await decodeDiagram(await encodeDiagram(text))).toEqual({ text });
      }),
      { numRuns: 50 },
    );
  });

  it('is a version and a raw deflate stream as base64url, which others can read', async () => {
    const code = await encodeDiagram('sequenceDiagram\n  사용자->>B: 안녕');
    expect(code).toMatch(/^1[\w-]+$/);
    expect(inflateRawSync(Buffer.from(code.slice(1), 'base64url')).toString('utf8')).toBe(
      'sequenceDiagram\n  사용자->>B: 안녕',
    );
  });

  it.each(['', '1', '1!!', '1AAAA', 'x', '1_____w', 'kept.abc'])(
    'reports %j, and never throws',
    async (code) => {
      expect(await decodeDiagram(code)).toEqual({ problem: 'bad-diagram' });
    },
  );

  it('reports a code of a later version', async () => {
    expect(await decodeDiagram('2abc')).toEqual({ problem: 'later-version' });
  });

  it('refuses a small code that expands without end', async () => {
    const bomb = await encodeDiagram('a'.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await decodeDiagram(bomb)).toEqual({ problem: 'bad-diagram' });
  });
});

describe('the way in an address', () => {
  it('has the chosen parts, counted from 1', () => {
    expect(walkIn({ detail: 'full', parts: '1-2.4-3' })).toEqual({ isFull: true, choices: { 0: 1, 3: 2 } });
  });

  it.each(['', 'x', '-1-', '1-', '99999999-1'])('ignores %j', (parts) => {
    expect(Object.keys(walkIn({ parts }).choices).length).toBeLessThanOrEqual(1);
  });
});
