// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import type { SequenceDiagram, WalkOptions } from '../../src/sequence/model.ts';
import { shownRows } from '../../src/sequence/walk-stops.ts';
import { diagramNames, diagramText, importedFrom } from '../support/diagram-fixtures.ts';
import '../support/css-colours.ts';

async function walked(body: readonly string[], options?: WalkOptions): Promise<SequenceDiagram> {
  const text = ['sequenceDiagram', ...body].join('\n');
  return describeImported(await importedFrom(text), phrasebook.imported, options);
}

/** The rows of each stop, by what they say. */
function stopsIn({ steps, imported }: SequenceDiagram): readonly string[] {
  return (imported?.walk.stops ?? []).map(({ rows }) =>
    rows
      .map((index) => {
        const row = steps[index]?.row;
        if (row?.kind === 'message') return row.label;
        if (row?.kind === 'frame') return `${row.word} ${row.text}`.trim();
        return row?.kind === 'note' ? `note ${row.text}` : '';
      })
      .join(', '),
  );
}

const fork = [
  'A->>B: ask',
  'alt yes',
  'B->>A: fine',
  'Note over A: glad',
  'else no',
  'B->>A: sorry',
  'end',
  'A->>B: bye',
];

describe('a step of an imported diagram', () => {
  it('is a note where there is no message', async () => {
    const body = ['participant A', 'Note over A: one', 'loop l', 'Note over A: two', 'end'];
    expect(stopsIn(await walked(body))).toEqual(['note one', 'loop l, note two']);
  });

  it('is a message with its notes and the headings above it', async () => {
    const body = [
      'Note over A: first',
      'A->>B: one',
      'Note over B: n',
      'loop l',
      'opt o',
      'B->>A: two',
      'end',
      'end',
    ];
    expect(stopsIn(await walked(body))).toEqual(['note first, one, note n', 'loop l, opt o, two']);
  });

  it('is every row if the reader asks for it', async () => {
    const full = await walked(['A->>B: one', 'Note over B: n', 'loop l', 'B->>A: two', 'end'], {
      isFull: true,
      choices: {},
    });
    expect(stopsIn(full)).toEqual(['one', 'note n', 'loop l', 'two']);
  });

  it('is what stands alone where nothing is sent', async () => {
    expect(stopsIn(await walked(['loop nothing', 'end', 'Note over A: n']))).toEqual([
      'loop nothing',
      'note n',
    ]);
  });

  it('has the narration above it as its caption, with bold and code', async () => {
    const diagram = await walked([
      '%% The **gateway** asks `B`.',
      '%% presenter: slowly',
      'A->>B: one',
      'B->>A: two',
    ]);
    const [first, second] = diagram.imported?.walk.stops ?? [];
    expect(first?.step.caption).toEqual([
      { text: 'The ', tone: 'plain' },
      { text: 'gateway', tone: 'plain', look: 'bold' },
      { text: ' asks ', tone: 'plain' },
      { text: 'B', tone: 'plain', look: 'code' },
      { text: '.', tone: 'plain' },
    ]);
    expect(first?.step.presenterNote).toBe('slowly');
    expect(second?.step.caption.map(({ text }) => text).join('')).toBe('B → A: two');
  });

  it('is not narrated by a statement that was turned off', async () => {
    const diagram = await walked(['%% A->>C: no longer', 'A->>B: one']);
    expect(diagram.steps[0]?.narration).toBeUndefined();
  });
});

describe('the way through an imported diagram', () => {
  it('takes the first part of an alternative, and passes over the other', async () => {
    const diagram = await walked(fork);
    expect(stopsIn(diagram)).toEqual(['ask', 'alt yes, fine, note glad', 'bye']);
  });

  it('takes another part if it is chosen', async () => {
    const diagram = await walked(fork, { isFull: false, choices: { 0: 1 } });
    expect(stopsIn(diagram)).toEqual(['ask', 'else no, sorry', 'bye']);
    const at = diagram.imported?.walk.stops[1]?.at ?? -1;
    const { timeOf, to } = shownRows(diagram, at);
    expect(diagram.steps.slice(0, to + 1).map((_, index) => timeOf(index))).toEqual([
      'past',
      'passed-over',
      'passed-over',
      'passed-over',
      'present',
      'present',
    ]);
  });

  it('shows what it passes over as soon as everything above it is shown', async () => {
    const diagram = await walked(fork);
    const { stops = [] } = diagram.imported?.walk ?? {};
    expect(shownRows(diagram, stops[0]?.at ?? -1).to).toBe(0);
    expect(shownRows(diagram, stops[1]?.at ?? -1).to).toBe(5);
  });

  it('stops at a note below what it passes over, far from the last message', async () => {
    const body = [...fork.slice(0, -1), 'Note over A,B: whatever the answer', 'Note over A: n', 'A->>B: bye'];
    expect(stopsIn(await walked(body))).toEqual([
      'ask',
      'alt yes, fine, note glad',
      'note whatever the answer, note n',
      'bye',
    ]);
    expect(stopsIn(await walked(body, { isFull: false, choices: { 0: 1 } }))).toEqual([
      'ask',
      'else no, sorry, note whatever the answer, note n',
      'bye',
    ]);
  });

  it('passes over an optional frame, whose heading still is a stop', async () => {
    const options = { isFull: false, choices: { 0: 1 } };
    expect(stopsIn(await walked(['A->>B: x', 'opt o', 'B->>A: y', 'end', 'A->>B: z'], options))).toEqual([
      'x',
      'opt o',
      'z',
    ]);
  });

  it('walks parallel parts side by side if they are chosen so', async () => {
    const body = ['par one', 'A->>B: a1', 'A->>B: a2', 'and two', 'A->>C: c1', 'end'];
    expect(stopsIn(await walked(body))).toEqual(['par one, a1', 'a2', 'and two, c1']);
    const beside = await walked(body, { isFull: false, choices: { 0: 1 } });
    expect(stopsIn(beside)).toEqual(['par one, a1, and two, c1', 'a2']);
  });

  it.each(diagramNames)(
    'has every row of %s in at most one stop, in order, whatever is chosen',
    async (name) => {
      const imported = await importedFrom(diagramText(name));
      const plain = describeImported(imported, phrasebook.imported);
      const count = plain.imported?.blocks.length ?? 0;
      fc.assert(
        fc.property(
          fc.boolean(),
          fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count }),
          (isFull, parts) => {
            const diagram = describeImported(imported, phrasebook.imported, {
              isFull,
              choices: Object.fromEntries(parts.entries()),
            });
            const { stops, stopOf } = diagram.imported?.walk ?? { stops: [], stopOf: [] };
            const rows = stops.flatMap((stop) => stop.rows);
            expect(new Set(rows).size).toBe(rows.length);
            expect(stops.length).toBeGreaterThan(0);
            for (const [index, stop] of stops.entries()) {
              expect(stop.rows).toContain(stop.at);
              for (const row of stop.rows) expect(stopOf[row]).toBe(index);
            }
            const isBeside = plain.imported?.blocks.some(({ word }) => word === 'par') ?? false;
            if (!isBeside) expect(rows).toEqual([...rows].sort((one, other) => one - other));
          },
        ),
        { numRuns: 30 },
      );
    },
  );
});
