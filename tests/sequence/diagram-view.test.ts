// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { canHide } from '../../src/sequence/diagram-view.ts';
import type { DiagramView, SequenceDiagram } from '../../src/sequence/model.ts';
import { toMermaid } from '../../src/sequence/to-mermaid.ts';
import { plainWalk } from '../../src/sequence/walk.ts';
import { wholeView } from '../../src/sequence/whole-view.ts';
import { diagramNames, diagramText, importedFrom } from '../support/diagram-fixtures.ts';
import '../support/css-colours.ts';

async function shown(text: string, view: Partial<DiagramView>): Promise<SequenceDiagram> {
  const options = { ...plainWalk, view: { ...wholeView, ...view } };
  return describeImported(await importedFrom(text), phrasebook.imported, options);
}

/** What each row says, with the names that it concerns. */
function rowsOf({ steps }: SequenceDiagram): readonly string[] {
  return steps.map(({ row }) => {
    if (row.kind === 'message') {
      const number = row.number === undefined ? '' : `${row.number}. `;
      return `${row.from}>${row.to} ${number}${row.label}`;
    }
    if (row.kind === 'note') return `note ${[...new Set(row.participants)].join()} ${row.text}`;
    return row.kind === 'frame' ? `${row.word} ${row.text}` : '';
  });
}

const shop = `sequenceDiagram
autonumber
participant A
participant B
participant C
A->>+B: order
%% they pay now
B->>C: pay
Note over A,C: all wait
Note over B,C: two wait
loop until paid
C-->>B: not yet
B->>B: wait
end
alt paid
B-->>A: done
else refused
C-->>B: no
B-->>-A: sorry
end
A->>C: bye`;

describe('hiding a participant', () => {
  it('removes its messages and notes, and keeps the numbers of the others', async () => {
    expect(rowsOf(await shown(shop, { hidden: [2] }))).toEqual([
      'A>B 1. order',
      'note A all wait',
      'note B two wait',
      'loop until paid',
      'B>B 4. wait',
      'alt paid',
      'B>A 5. done',
      'else refused',
      'B>A 7. sorry',
    ]);
  });

  it('removes frames in which nothing is left, and what was said about its messages', async () => {
    const diagram = await shown(shop, { hidden: [1] });
    expect(rowsOf(diagram)).toEqual(['note A,C all wait', 'note C two wait', 'A>C 8. bye']);
    expect(diagram.steps.some(({ narration }) => narration !== undefined)).toBe(false);
    expect(diagram.frames).toEqual([]);
  });

  it('is refused if nothing would be left', async () => {
    const whole = await importedFrom('sequenceDiagram\nA->>B: x');
    expect(canHide(whole, { ...wholeView, hidden: [0] })).toBe(false);
    expect(rowsOf(await shown('sequenceDiagram\nA->>B: x', { hidden: [0] }))).toEqual(['A>B x']);
  });

  it('ignores numbers that the diagram does not have', async () => {
    const diagram = await shown(shop, { hidden: [9, -1], folded: [77], focus: 12 });
    expect(diagram.imported?.walk.options.view).toBeUndefined();
    expect(rowsOf(diagram)).toHaveLength(13);
  });
});

describe('folding a frame', () => {
  it('puts one note with the number of its messages in its place, which is one step', async () => {
    const diagram = await shown(shop, { folded: [0, 1] });
    expect(rowsOf(diagram)).toEqual([
      'A>B 1. order',
      'B>C 2. pay',
      'note A,C all wait',
      'note B,C two wait',
      'note B,C loop until paid (2 messages)',
      'note A,C alt paid (3 messages)',
      'A>C 8. bye',
    ]);
    expect(diagram.imported?.walk.stops.map(({ rows }) => rows)).toEqual([[0], [1, 2, 3], [4], [5], [6]]);
  });

  it('keeps the choices of the other frames', async () => {
    const imported = await importedFrom(shop);
    const options = { ...plainWalk, choices: { 1: 1 }, view: { ...wholeView, folded: [0] } };
    const { imported: parts, steps } = describeImported(imported, phrasebook.imported, options);
    const labels = parts?.walk.stops
      .map(({ at }) => steps[at]?.row)
      .map((row) => row?.kind === 'message' && row.label);
    expect(labels).toEqual(['order', 'pay', false, 'no', 'sorry', 'bye']);
  });

  it('ends the bars that end inside', async () => {
    const { activations } = await shown(shop, { folded: [1] });
    expect(activations).toMatchObject([{ participant: 'B', from: 0, to: 7 }]);
  });
});

describe('looking at a participant', () => {
  it('dims what has nothing to do with it', async () => {
    const diagram = await shown(shop, { focus: 0 });
    const rows = rowsOf(diagram);
    const bright = rows.filter((_, index) => !diagram.focus?.dimmed.has(index));
    expect(bright).toEqual([
      'A>B 1. order',
      'note A,C all wait',
      'alt paid',
      'B>A 5. done',
      'else refused',
      'B>A 7. sorry',
      'A>C 8. bye',
    ]);
    const emphasis = diagram.headsAt(0).map((head) => head.emphasis ?? null);
    expect(emphasis).toEqual(['focused', null, null]);
  });
});

describe('any part of a diagram', () => {
  it.each(diagramNames)('is accepted by Mermaid, and is the same when it is read again: %s', async (name) => {
    const whole = await importedFrom(diagramText(name));
    const indices = (count: number) => fc.uniqueArray(fc.nat(Math.max(0, count - 1)), { maxLength: 3 });
    const frames = whole.lines.filter(({ kind }) => kind === 'begin-frame').length;
    const view = fc.record({
      hidden: indices(whole.participants.length),
      folded: indices(frames),
      focus: fc.constant(null),
    });
    await fc.assert(
      fc.asyncProperty(view, async (part) => {
        const diagram = describeImported(whole, phrasebook.imported, { ...plainWalk, view: part });
        const again = await importedFrom(toMermaid(diagram).text);
        expect(again.lines).toEqual(diagram.imported?.source.lines);
        expect(again.participants).toEqual(diagram.imported?.source.participants);
      }),
      { numRuns: 5 },
    );
  });
});
