// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { behindFirst } from '../../src/sequence/geometry/row-order.ts';
import { messageShapes } from '../../src/sequence/geometry/rows.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { LaidMessage, Layout } from '../../src/sequence/layout-model.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import { toMermaid } from '../../src/sequence/to-mermaid.ts';
import { plainWalk } from '../../src/sequence/walk.ts';
import { wholeView } from '../../src/sequence/whole-view.ts';
import { importedFrom } from '../support/diagram-fixtures.ts';
import { runOf } from '../support/run-of.ts';
import { anySchedule } from '../support/schedules.ts';
import '../support/css-colours.ts';

const crossing = `sequenceDiagram
participant A
participant B
A->>B: one
A->>B: two
%% they cross
%% in transit: 2
B-->>A: early
%% in transit
A->>B: late`;

async function described(text = crossing): Promise<SequenceDiagram> {
  return describeImported(await importedFrom(text), phrasebook.imported);
}

function laidOut(diagram: SequenceDiagram): Layout {
  return layoutDiagram(diagram, { width: 600, fontPx: 20, measureText: (text) => text.length * 10 });
}

function message(layout: Layout, index: number): LaidMessage {
  const row = layout.rows[index];
  if (row?.kind !== 'message') throw new Error(`Row ${index} is no message.`);
  return row;
}

describe('a diagram that says which messages were in transit', () => {
  it('draws their arrows from the rows of their departure to their own', async () => {
    const layout = laidOut(await described());
    expect([0, 1, 2, 3].map((index) => message(layout, index).rise > 0)).toEqual([false, false, true, true]);
    const early = message(layout, 2);
    expect(early.y - early.rise).toBe(layout.rows[0]?.top);
    expect(messageShapes(early, layout.metrics).shaft.d).toBe(
      `M${early.x1} ${early.y - early.rise}L${early.x2} ${early.y}`,
    );
  });

  it('keeps the words of an aslant arrow within its columns, and its caption', async () => {
    const diagram = await described();
    const { pill, x1, x2 } = message(laidOut(diagram), 2);
    expect(pill.x + pill.width / 2).toBeGreaterThan(Math.min(x1, x2));
    expect(pill.x + pill.width / 2).toBeLessThan(Math.max(x1, x2));
    expect(diagram.imported?.walk.stops[2]?.step.caption).toEqual([{ text: 'they cross', tone: 'plain' }]);
  });

  it('keeps the words beside the arrow where there is room, and on it elsewhere', async () => {
    const long = crossing.replace('A->>B: late', 'A->>B: a label that takes most of it');
    const layout = laidOut(await described(long));
    for (const [index, isBeside] of [
      [2, true],
      [3, false],
    ] as const) {
      const { pill, x1, x2, rise, lines } = message(layout, index);
      const half = Math.max(...lines.map((line) => line.length * 10)) / 2;
      const middle = pill.x + pill.width / 2;
      // Where the arrow leaves the words' height, from its end.
      const share = ((0.45 + lines.length * 1.3) * 20) / rise;
      const leaves = x2 + share * (x1 - x2);
      const isClear = x1 > x2 ? middle - half > leaves : middle + half < leaves;
      expect(isClear).toBe(isBeside);
      expect(Math.abs(middle - x2) + half).toBeLessThanOrEqual(Math.abs(x1 - x2) + 20);
    }
  });

  it('draws them level if the reader wants so', async () => {
    const layout = laidOut({ ...(await described()), drawsTransit: false });
    expect(layout.rows.every((_, index) => message(layout, index).rise === 0)).toBe(true);
  });

  it('keeps the directives in an export', async () => {
    const diagram = await described();
    const again = await importedFrom(toMermaid(diagram).text);
    expect(again).toEqual(diagram.imported?.source);
  });

  it('does not count messages that are hidden', async () => {
    const text = `${crossing}\nA->>C: three\n%% in transit: 3\nB->>A: four`;
    const options = { ...plainWalk, view: { ...wholeView, hidden: [2] } };
    const { steps } = describeImported(await importedFrom(text), phrasebook.imported, options);
    expect(steps.at(-1)?.row).toMatchObject({ label: 'four', departs: 2 });
  });

  it('takes a directive above anything but a message for nothing', async () => {
    const diagram = await described('sequenceDiagram\nA->>B: x\n%% in transit\nNote over A: n\nA->>B: y');
    expect(diagram.drawsTransit).toBeUndefined();
  });
});

it('an arrow aslant is drawn behind the words of all rows above it', async () => {
  const { rows } = laidOut(await described());
  expect(behindFirst(rows).map(({ index }) => index)).toEqual([3, 2, 0, 1]);
});

describe('a run', () => {
  it('has departures where its events say so', () => {
    let aslant = 0;
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        const run = runOf(scenario, commands);
        const { steps } = describeRun(run, phrasebook);
        steps.forEach(({ row }, index) => {
          if (row.kind !== 'message' || row.departs === undefined) return;
          aslant += 1;
          const start = run.steps[index]?.start ?? 0;
          expect(run.steps[row.departs]?.event).toBeGreaterThan(start);
          expect(run.steps[row.departs - 1]?.event ?? -1).toBeLessThanOrEqual(start);
        });
      }),
      { numRuns: 40 },
    );
    expect(aslant).toBeGreaterThan(0);
  });
});
