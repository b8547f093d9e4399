import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, reassemble } from '../../../../src/simulation/protocols/tcp/reassembly.ts';
import { advance, SEQUENCE_MAX } from '../../../../src/simulation/protocols/tcp/sequence.ts';

const WINDOW = 65_535;

function piece(seq: number, data: string, fin = false): Piece {
  return { seq, data, fin };
}

/** Adds the pieces one after the other. */
function streamOf(first: number, pieces: readonly Piece[]) {
  let held: readonly Piece[] = [];
  let rcvNxt = first;
  let text = '';
  let ends = 0;
  for (const each of pieces) {
    const next = reassemble(rcvNxt, held, each, WINDOW);
    ({ held, rcvNxt } = next);
    text += next.text;
    ends += Number(next.ended);
  }
  return { text, rcvNxt, ends, held };
}

describe('reassembly', () => {
  it('delivers the next piece at once', () => {
    expect(reassemble(100, [], piece(100, 'ab'), WINDOW)).toEqual({
      rcvNxt: 102,
      text: 'ab',
      ended: false,
      held: [],
    });
  });

  it('holds a piece that came too early until the gap is filled (SHLD-31)', () => {
    const early = reassemble(100, [], piece(102, 'cd'), WINDOW);
    expect(early).toEqual({ rcvNxt: 100, text: '', ended: false, held: [piece(102, 'cd')] });
    expect(reassemble(100, early.held, piece(100, 'ab'), WINDOW)).toMatchObject({
      rcvNxt: 104,
      text: 'abcd',
      held: [],
    });
  });

  it('takes only the new part of overlapping pieces', () => {
    expect(reassemble(102, [], piece(100, 'abcd'), WINDOW)).toMatchObject({ rcvNxt: 104, text: 'cd' });
    expect(reassemble(104, [], piece(100, 'abcd'), WINDOW)).toMatchObject({ rcvNxt: 104, text: '' });
  });

  it('holds the longer of two pieces with the same start', () => {
    for (const pieces of [
      [piece(102, 'c'), piece(102, 'cd')],
      [piece(102, 'cd'), piece(102, 'c')],
    ]) {
      expect(streamOf(100, [...pieces, piece(100, 'ab')])).toMatchObject({ text: 'abcd', rcvNxt: 104 });
    }
  });

  it("doesn't deliver half a character", () => {
    expect(reassemble(101, [], piece(100, '커피'), WINDOW)).toMatchObject({ rcvNxt: 101, text: '' });
  });

  it('ends the stream once everything before the FIN has arrived, and keeps nothing after it', () => {
    const early = reassemble(100, [piece(105, 'late')], piece(102, 'cd', true), WINDOW);
    expect(early.ended).toBe(false);
    expect(reassemble(100, early.held, piece(100, 'ab'), WINDOW)).toEqual({
      rcvNxt: 105,
      text: 'abcd',
      ended: true,
      held: [],
    });
  });

  it('keeps nothing that reaches beyond the window', () => {
    expect(reassemble(100, [], piece(100 + WINDOW, 'x'), WINDOW).held).toEqual([]);
    expect(reassemble(100, [], piece(99 + WINDOW, 'x'), WINDOW).held).toHaveLength(1);
  });

  it('builds the same stream from pieces in any order, repeated and overlapping, around the wrap-around', () => {
    const anyCase = fc
      .tuple(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(10)), { maxLength: 20 }),
        fc.integer({ min: SEQUENCE_MAX - 60, max: SEQUENCE_MAX + 10 }).map((value) => advance(value, 0)),
      )
      .chain(([text, cuts, first]) => {
        const characters = [...text];
        const cut = (from: number, to: number) => {
          const before = Buffer.byteLength(characters.slice(0, from).join(''));
          const isLast = to >= characters.length;
          return piece(advance(first, before), characters.slice(from, to).join(''), isLast);
        };
        const whole = characters.map((_, index) => cut(index, index + 1));
        const extra = cuts.map(([from, length]) => {
          const start = from % characters.length;
          return cut(start, Math.min(characters.length, start + length + 1));
        });
        const all = [...whole, ...extra];
        return fc.tuple(
          fc.constant(text),
          fc.constant(first),
          fc.shuffledSubarray(all, { minLength: all.length }),
        );
      });
    fc.assert(
      fc.property(anyCase, ([text, first, pieces]) => {
        const stream = streamOf(first, pieces);
        const rcvNxt = advance(first, Buffer.byteLength(text) + 1);
        expect(stream).toEqual({ text, rcvNxt, ends: 1, held: [] });
      }),
    );
  });
});
