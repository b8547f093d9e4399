import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { edgesOfFrame } from '../../src/sequence/geometry/frame-edges.ts';
import type { ImportedDiagram, ImportedLine } from '../../src/sequence/imported-diagram.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { LaidFrame, LaidRow } from '../../src/sequence/layout-model.ts';
import { measureText } from '../support/layouts.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

function message(from: string, to: string): ImportedLine {
  const centres = { from: false, to: false };
  const rest = { number: null, creates: null, destroys: null } as const;
  return { kind: 'message', from, to, text: 'words', line: 'solid', head: 'arrow', centres, ...rest };
}

function drawingOf(lines: readonly ImportedLine[]): ImportedDiagram {
  const participants = ids.map((id) => ({ id, name: id, shape: 'participant', links: [] }) as const);
  return { title: '', participants, boxes: [], lines };
}

function laid(lines: readonly ImportedLine[], width = 1_000) {
  return layoutDiagram(describeImported(drawingOf(lines), english.imported), {
    width,
    fontPx: 16,
    measureText,
  });
}

const anyMessage = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
  .map(([from, to]) => message(from, to));
const anyNote = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('left', 'right', 'over')).map(
  ([id, place]): ImportedLine => ({
    kind: 'note',
    place,
    participants: [id, id],
    text: 'a note of some length',
  }),
);

const { block } = fc.letrec<{ block: ImportedLine[]; part: ImportedLine[] }>((tie) => ({
  block: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.flat()),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(anyMessage, anyNote).map((line) => [line]),
    fc
      .tuple(tie('block'), tie('block'), fc.boolean())
      .map(([one, other, isGround]): ImportedLine[] =>
        isGround
          ? [{ kind: 'begin-ground', colour: null }, ...one, { kind: 'end-ground' }]
          : [
              { kind: 'begin-frame', frame: 'alt', text: 'it rains' },
              ...one,
              { kind: 'section', word: 'else', text: 'the sun shines and shines' },
              ...other,
              { kind: 'end-frame' },
            ],
      ),
  ),
}));

const isWithin = (inner: LaidFrame, outer: LaidFrame) =>
  inner !== outer &&
  inner.frame.from >= outer.frame.from &&
  inner.frame.to <= outer.frame.to &&
  inner.frame.depth > outer.frame.depth;

/** Horizontal extent of a row, without the labels of frames. */
function extent(row: LaidRow): readonly number[] {
  if (row.kind === 'note') return [row.box.x, row.box.x + row.box.width];
  return row.kind === 'message' ? [row.x1, row.x2, row.loop?.x ?? row.x1] : [];
}

describe('frames and rects', () => {
  it('span exactly their participants', () => {
    const { frames, columns } = laid([
      { kind: 'begin-frame', frame: 'opt', text: '' },
      message('b', 'c'),
      { kind: 'end-frame' },
      { kind: 'begin-ground', colour: null },
      message('c', 'e'),
      message('d', 'e'),
      { kind: 'end-ground' },
    ]);
    const inside = frames.map(({ left, right }) =>
      ids.filter((id) => {
        const x = columns.get(id) ?? 0;
        return left < x && x < right;
      }),
    );
    expect(inside).toEqual([
      ['b', 'c'],
      ['c', 'd', 'e'],
    ]);
  });

  it('enclose their content and nested frames, within the diagram', () => {
    fc.assert(
      fc.property(block, fc.integer({ min: 320, max: 1_600 }), (lines, width) => {
        const { frames, rows, metrics } = laid(lines, width);
        for (const outer of frames) {
          expect(outer.left).toBeGreaterThanOrEqual(0);
          expect(outer.right).toBeLessThanOrEqual(metrics.width);
          for (const row of rows.slice(outer.frame.from, outer.frame.to + 1)) {
            for (const x of extent(row)) {
              // At the diagram's edge, content and frame share the edge.
              const isInside = x >= outer.left - 0.01 && x <= outer.right + 0.01;
              const isAtEdge = x < 0.36 * 5 * 16 || x > metrics.width - 0.36 * 5 * 16;
              expect(isInside || isAtEdge, `${x} in ${outer.left} to ${outer.right}`).toBe(true);
            }
          }
          for (const inner of frames.filter((each) => isWithin(each, outer))) {
            expect(inner.left).toBeGreaterThan(outer.left);
            expect(inner.right).toBeLessThan(outer.right);
          }
        }
      }),
    );
  });

  it('start and end in nesting order, clear of adjacent rows', () => {
    fc.assert(
      fc.property(block, (lines) => {
        const { frames, rows } = laid(lines);
        const edges = (each: LaidFrame) => edgesOfFrame(each, rows, rows.length - 1) ?? { top: 0, bottom: 0 };
        for (const outer of frames) {
          const { top, bottom } = edges(outer);
          expect(top).toBeGreaterThan(rows[outer.frame.from]?.top ?? 0);
          const last = rows[outer.frame.to];
          expect(bottom).toBeLessThan((last?.top ?? 0) + (last?.height ?? 0));
          expect(bottom).toBeGreaterThan(last?.y ?? 0);
          for (const inner of frames.filter((each) => isWithin(each, outer))) {
            expect(edges(inner).top).toBeGreaterThan(top + 2);
            expect(edges(inner).bottom).toBeLessThan(bottom - 2);
          }
        }
      }),
    );
  });

  it('grow with the steps', () => {
    const { frames, rows } = laid([
      message('a', 'b'),
      { kind: 'begin-frame', frame: 'opt', text: '' },
      message('b', 'c'),
      message('b', 'c'),
      { kind: 'end-frame' },
    ]);
    const [frame] = frames;
    if (frame === undefined) throw new Error('The diagram has no frame.');
    const bottoms = [0, 1, 2, 3, 3].map((step) => edgesOfFrame(frame, rows, step)?.bottom ?? null);
    const [before, ...seen] = bottoms;
    expect(before).toBeNull();
    seen.slice(1).forEach((bottom, index) => {
      expect(bottom).toBeGreaterThanOrEqual(seen[index] ?? 0);
    });
  });

  it('have a line above each part but the first, from edge to edge', () => {
    fc.assert(
      fc.property(block, (lines) => {
        const { frames, rows } = laid(lines);
        for (const row of rows) {
          if (row.kind !== 'frame') continue;
          const begun = frames.find(({ frame }) => frame.kind === 'frame' && frame.from === row.index);
          if (begun !== undefined) {
            expect(row.divider).toBeNull();
            expect(row.wordBox.x).toBe(begun.left);
            continue;
          }
          const around = frames.filter(
            ({ frame }) => frame.kind === 'frame' && frame.from < row.index && frame.to >= row.index,
          );
          const innermost = around.reduce((one, other) =>
            one.frame.depth > other.frame.depth ? one : other,
          );
          expect(row.divider).toMatchObject({ left: innermost.left, right: innermost.right });
          expect(row.divider?.y).toBeGreaterThan(row.top);
        }
      }),
    );
  });
});
