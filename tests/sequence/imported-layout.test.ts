// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import { layoutHeads } from '../../src/sequence/layout-heads.ts';
import type { Layout } from '../../src/sequence/layout-model.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import { diagramNames, diagramText, importedFrom } from '../support/diagram-fixtures.ts';
import { measureText } from '../support/layouts.ts';
import '../support/css-colours.ts';

const sizes = [
  { width: 360, fontPx: 16 },
  { width: 975, fontPx: 17 },
  { width: 1_200, fontPx: 20 },
  { width: 1_880, fontPx: 34 },
] as const;
const WORD_SHARE = 0.6;

/** Parsing takes longer than the rest. */
const diagrams = new Map<string, Promise<SequenceDiagram>>();

function diagramOf(text: string): Promise<SequenceDiagram> {
  const known = diagrams.get(text) ?? described(text);
  diagrams.set(text, known);
  return known;
}

async function described(text: string): Promise<SequenceDiagram> {
  return describeImported(await importedFrom(text), phrasebook.imported);
}

/** The words of a text that its lines don't have whole, except those wider than most of the stage. */
function tornWords(text: string, lines: readonly string[], widest: (word: string) => boolean): string[] {
  const whole = new Set(lines.flatMap((line) => line.split(/[\s\u00a0]/)));
  return text.split(/[\s\u00a0]/).filter((word) => word !== '' && !whole.has(word) && !widest(word));
}

function tornIn(layout: Layout, diagram: SequenceDiagram): string[] {
  const { width, fontPx } = layout.options;
  const isWide = (word: string) => measureText(word, fontPx, 700) * 1.05 > WORD_SHARE * width;
  const rows = layout.rows.flatMap(({ row, lines }) =>
    row.kind === 'message'
      ? tornWords(row.label, lines, isWide)
      : row.kind === 'note'
        ? tornWords(row.text, lines, isWide)
        : [],
  );
  const heads = layoutHeads(diagram.headsAt(0), { ...layout, groups: diagram.groups }, layout.options);
  const names = heads.heads.flatMap(({ head, nameLines }) =>
    tornWords(head.participant.name, nameLines, isWide),
  );
  return [...rows, ...names];
}

describe.each(sizes)('at a width of $width and a font of $fontPx', (size) => {
  it.each(diagramNames)(
    '%s has no broken word, and nothing that lies on a lifeline of others',
    async (name) => {
      const diagram = await diagramOf(diagramText(name));
      const layout = layoutDiagram(diagram, { ...size, measureText });
      expect(tornIn(layout, diagram)).toEqual([]);
      const xs = [...layout.columns];
      for (const laid of layout.rows) {
        if (laid.kind !== 'note') continue;
        const { box, row } = laid;
        const [first = 0, last = 0] = row.participants
          .map((id) => layout.columns.get(id) ?? 0)
          .sort((one, other) => one - other);
        const crossed = xs.filter(([, x]) => x > box.x && x < box.x + box.width && (x < first || x > last));
        expect({ text: row.text, crossed: crossed.map(([id]) => id) }).toEqual({
          text: row.text,
          crossed: [],
        });
        if (row.place === 'left') expect(box.x + box.width).toBeLessThan(first);
        if (row.place === 'right') expect(box.x).toBeGreaterThan(last);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.metrics.width);
      }
    },
  );

  it.each(diagramNames)('%s keeps heads, words and frames apart and inside', async (name) => {
    const diagram = await diagramOf(diagramText(name));
    const layout = layoutDiagram(diagram, { ...size, measureText });
    const { width } = layout.metrics;
    let end = 0;
    for (const [id, x] of layout.columns) {
      const half = layout.halves.get(id) ?? 0;
      // Positions are whole pixels.
      expect(x - half).toBeGreaterThanOrEqual(end - 1);
      end = x + half;
    }
    expect(end).toBeLessThanOrEqual(width + 1);
    for (const laid of layout.rows) {
      if (laid.kind !== 'message' || laid.lines.length === 0) continue;
      const widest = Math.max(...laid.lines.map((line) => measureText(line, size.fontPx, 700)));
      if (laid.loop !== null) {
        expect(laid.loop.x).toBeGreaterThan(laid.x1);
        expect(laid.x1 + widest).toBeLessThanOrEqual(width);
      } else expect(widest).toBeLessThanOrEqual(Math.abs(laid.x2 - laid.x1) + 2);
    }
    for (const { left, right } of layout.frames) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });
});

describe('an imported diagram', () => {
  const layoutOf = async (text: string, width = 1_200) => {
    const diagram = await diagramOf(text);
    return { diagram, layout: layoutDiagram(diagram, { width, fontPx: 20, measureText }) };
  };

  it('with short words has equal columns, as a run has', async () => {
    const { layout } = await layoutOf('sequenceDiagram\nA->>B: x\nB->>C: y\nC->>D: z');
    expect([...layout.columns.values()]).toEqual([150, 450, 750, 1_050]);
    expect(layout.metrics.width).toBe(1_200);
  });

  it('has no memory shelves, unless a participant has links or is gone', async () => {
    const plain = await layoutOf('sequenceDiagram\nA->>B: x');
    const linked = await layoutOf(
      'sequenceDiagram\nparticipant A\nlink A: Home @ https://example.com\nA->>B: x',
    );
    const memories = ({ diagram, layout }: typeof plain) =>
      layoutHeads(diagram.headsAt(0), { ...layout, groups: [] }, layout.options).heads.map(
        ({ memory }) => memory.height > 0,
      );
    expect(memories(plain)).toEqual([false, false]);
    expect(memories(linked)).toEqual([true, false]);
  });

  it('keeps a number with the first word of its message', async () => {
    const { layout } = await layoutOf(
      'sequenceDiagram\nautonumber\nA->>B: identifierOfManyLetters and more',
      300,
    );
    expect(layout.rows[0]?.lines[0]).toMatch(/^1\.\u00a0identifier/);
  });

  it('does not break a word because of the number before it', async () => {
    const word = 'StatusNotification.conf';
    const { layout } = await layoutOf(`sequenceDiagram\nautonumber 13\nA->>B: ${word}`, 430);
    expect(measureText(word, 20, 700)).toBeLessThan(0.6 * 430);
    expect(layout.rows[0]?.lines).toEqual([`13.\u00a0${word}`]);
  });

  it('has all of a long label, whether its lines are the author’s or not', async () => {
    const fields = Array.from({ length: 14 }, (_, index) => `"field ${index}": "a value of several words",`);
    const { layout } = await layoutOf(
      `sequenceDiagram\nA->>B: {<br/>${fields.join('<br/>')}<br/>}\nNote right of A: ${fields.join(' ')}`,
      360,
    );
    const [body, note] = layout.rows.map((row) => row.lines.join(' '));
    expect(body).toBe(`{ ${fields.join(' ')} }`);
    expect(note).toBe(fields.join(' '));
  });

  it.each(['yes', 'no', 'maybe', 'retry'])(
    'keeps the word “%s” whole in frames around narrow content',
    async (word) => {
      const text = `sequenceDiagram
A->>B: 1
rect rgb(204, 0, 102)
alt ${word}
C->>C: 1
else ${word}
rect rgb(0, 204, 204)
C->>C: 0
end
end
end`;
      const widths = Array.from({ length: 40 }, (_, index) => 360 + 37 * index);
      const lines = await Promise.all(
        widths.map(async (width) => {
          const { layout } = await layoutOf(text, width);
          return layout.rows.flatMap((row) => (row.kind === 'frame' ? [row.lines.join('|')] : []));
        }),
      );
      expect(lines).toEqual(widths.map(() => [word, word]));
    },
  );

  it('draws an arrow without words where nothing is said', async () => {
    const { layout, diagram } = await layoutOf('sequenceDiagram\nB-->>A: ');
    expect(layout.rows[0]?.lines).toEqual([]);
    expect(diagram.steps[0]?.caption.map(({ text }) => text).join('')).toBe('B → A');
  });

  it('has no bar for an activation that never ends', async () => {
    const { diagram } = await layoutOf('sequenceDiagram\nA->>+B: open\nA->>+C: x\nC-->>-A: y');
    expect(diagram.activations.map(({ participant }) => participant)).toEqual(['C']);
  });

  it('keeps the lines of a name', async () => {
    const { diagram, layout } = await layoutOf(
      'sequenceDiagram\nparticipant A as Browser<br/>(Chrome)\nA->>B: x',
    );
    const { heads } = layoutHeads(diagram.headsAt(0), { ...layout, groups: [] }, layout.options);
    expect(heads[0]?.nameLines).toEqual(['Browser', '(Chrome)']);
  });
});
