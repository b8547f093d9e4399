import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { LaidRow, Layout } from '../../src/sequence/layout-model.ts';
import { anyDiagram, anyLayout, anyOptions, measureText } from '../support/layouts.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

/** A rounding error of floating-point sums, in pixels. */
const HAIR = 0.001;

/** Where a row's words stand, from left to right: around the middle of an arrow, or beside the icon of a band. */
function wordsOf(row: LaidRow, { columns, metrics: { fontPx } }: Layout): { left: number; right: number } {
  if (row.kind === 'message') {
    const width = Math.max(...row.lines.map((line) => measureText(line, fontPx, 700)));
    const middle = ((columns.get(row.row.from) ?? 0) + (columns.get(row.row.to) ?? 0)) / 2;
    return { left: middle - width / 2, right: middle + width / 2 };
  }
  if (row.kind !== 'band') throw new Error(`A run has no row of the kind ${row.kind}.`);
  const widths = [
    ...row.lines.map((line) => measureText(line, fontPx * 1.05, 700)),
    ...row.detailLines.map((line) => measureText(line, fontPx * 0.9, 600)),
  ];
  const width = Math.max(...widths);
  return row.textSide === 'right'
    ? { left: row.x, right: row.x + width }
    : { left: row.x - width, right: row.x };
}

describe('a layout', () => {
  it('gives each row a stretch of its own, one below the other, with its arrow in it', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows }) => {
        rows.forEach(({ index, top, height, y }, place) => {
          expect(index).toBe(place);
          expect(height).toBeGreaterThan(0);
          expect(y).toBeGreaterThan(top);
          expect(y).toBeLessThan(top + height);
          expect(top + height).toBeLessThanOrEqual((rows[place + 1]?.top ?? Infinity) + HAIR);
        });
      }),
    );
  });

  it('keeps the words of an arrow above it and within their row', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows, metrics: { lineHeight } }) => {
        for (const row of rows) {
          if (row.kind === 'message') expect(row.y - row.lines.length * lineHeight).toBeGreaterThan(row.top);
        }
      }),
    );
  });

  it('keeps words and notes inside its width', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        for (const row of layout.rows) {
          const { left, right } = wordsOf(row, layout);
          expect(left).toBeGreaterThanOrEqual(-HAIR);
          expect(right).toBeLessThanOrEqual(layout.metrics.width + HAIR);
          if (row.kind !== 'message') continue;
          for (const { box } of row.notes) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(layout.metrics.width);
          }
        }
      }),
    );
  });

  it('tears no word of a reply that has room between its lifelines', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows, columns, metrics: { fontPx } }) => {
        for (const row of rows) {
          if (row.kind !== 'message' || row.row.line !== 'dashed' || row.loop !== null) continue;
          const { from, to, label } = row.row;
          const span = Math.abs((columns.get(to) ?? 0) - (columns.get(from) ?? 0));
          // Beside the words: the ends of their pill, and what keeps it clear of both lifelines.
          const room = span - (2 * 1.1 + 2 * 0.55) * fontPx;
          const words = label.split(' ');
          if (Math.max(...words.map((word) => measureText(word, fontPx, 700))) > room) continue;
          expect(row.lines.join(' ').split(' ')).toEqual(words);
        }
      }),
    );
  });

  it('leaves room for the words of a reply on its arrow, too', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows, metrics: { width } }) => {
        for (const row of rows) {
          if (row.kind !== 'message' || row.row.line !== 'dashed') continue;
          const { pill, top, height } = row;
          expect(pill.y).toBeGreaterThanOrEqual(top);
          expect(pill.y + pill.height).toBeLessThanOrEqual(top + height);
          expect(pill.x).toBeGreaterThanOrEqual(0);
          expect(pill.x + pill.width).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('keeps notes below their arrow, one below the other, and within their row', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows }) => {
        for (const row of rows) {
          if (row.kind !== 'message') continue;
          let free = row.y;
          for (const { box } of row.notes) {
            expect(box.y).toBeGreaterThanOrEqual(free);
            free = box.y + box.height;
          }
          expect(free).toBeLessThanOrEqual(row.top + row.height);
        }
      }),
    );
  });

  it('gives each note a box that its words fit into', () => {
    fc.assert(
      fc.property(anyLayout, ({ rows, metrics: { fontPx } }) => {
        for (const { lines, box } of rows.flatMap((row) => (row.kind === 'message' ? row.notes : []))) {
          // Notes are set a tenth smaller than arrows.
          expect(Math.max(...lines.map((line) => measureText(line, fontPx * 0.9, 600)))).toBeLessThan(
            box.width,
          );
        }
      }),
    );
  });

  it('keeps the order of the participants, and arrows between their lifelines', () => {
    fc.assert(
      fc.property(anyDiagram, anyOptions, (diagram, options) => {
        const { columns, rows, metrics } = layoutDiagram(diagram, options);
        const xs = diagram.participants.map(({ id }) => columns.get(id) ?? -1);
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
        expect(Math.min(...xs)).toBeGreaterThan(0);
        expect(Math.max(...xs)).toBeLessThan(metrics.width);
        for (const row of rows) {
          if (row.kind !== 'message') continue;
          const ends = [columns.get(row.row.from) ?? -1, columns.get(row.row.to) ?? -1];
          for (const x of [row.x1, row.x2]) {
            expect(x).toBeGreaterThan(Math.min(...ends));
            expect(x).toBeLessThan(Math.max(...ends));
          }
          expect(Math.sign(row.x2 - row.x1)).toBe(Math.sign((ends[1] ?? 0) - (ends[0] ?? 0)));
        }
      }),
    );
  });

  it('fills the width it is given, and is wider only when lifelines would come too close', () => {
    const diagram = describeRun(runOf(scenario(), []), english);
    const width = (given: number) =>
      layoutDiagram(diagram, { width: given, fontPx: 16, measureText }).metrics.width;
    expect(width(1_600)).toBe(1_600);
    expect(width(320)).toBeGreaterThan(320);
  });

  it('of a prefix is the prefix of the layout', () => {
    fc.assert(
      fc.property(anyDiagram, anyOptions, fc.nat(), (diagram, options, some) => {
        const count = some % (diagram.steps.length + 1);
        const whole = layoutDiagram(diagram, options);
        const part = layoutDiagram({ ...diagram, steps: diagram.steps.slice(0, count) }, options);
        expect(part.rows).toEqual(whole.rows.slice(0, count));
      }),
    );
  });

  it('has a place for a command to a server that is not there, as a link may contain it', () => {
    const run = runOf(scenario(), [crash('server-9', whenAnswered('client/1'))]);
    const diagram = describeRun(run, english);
    expect(() => layoutDiagram(diagram, { width: 1_000, fontPx: 16, measureText })).not.toThrow();
  });
});

describe('a layout that starts from an earlier one', () => {
  it('is the same as one made from nothing', () => {
    fc.assert(
      fc.property(anyDiagram, anyDiagram, anyOptions, anyOptions, (first, second, some, others) => {
        const before = layoutDiagram(first, some);
        for (const options of [some, others]) {
          expect(layoutDiagram(second, options, before)).toEqual(layoutDiagram(second, options));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the very rows that both diagrams begin with, and lays out the others', () => {
    const options = { width: 1_000, fontPx: 16, measureText };
    const diagram = describeRun(runOf(scenario(), []), english);
    const changed = diagram.steps.map((step, index) =>
      index === 4 ? { ...step, row: { ...step.row } } : step,
    );
    const before = layoutDiagram(diagram, options);
    const after = layoutDiagram({ ...diagram, steps: changed }, options, before);
    expect(after.metrics).toBe(before.metrics);
    after.rows.forEach((row, index) => {
      if (index < 4) expect(row, `row ${index}`).toBe(before.rows[index]);
      else expect(row, `row ${index}`).not.toBe(before.rows[index]);
    });
  });
});
