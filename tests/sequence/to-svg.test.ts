// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import { layoutHeads } from '../../src/sequence/layout-heads.ts';
import type { MeasureText } from '../../src/sequence/layout-model.ts';
import { diagramBlocks, parseDiagram } from '../../src/sequence/mermaid/mermaid-parse.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import { colourNames, type Palette } from '../../src/sequence/palette.ts';
import { type PictureOptions, toSvg } from '../../src/sequence/to-svg.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { labelOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import '../support/css-colours.ts';
import { login } from '../support/imported-diagrams.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const measureText: MeasureText = (text, fontPx) => [...text].length * 0.6 * fontPx;
const palette = Object.fromEntries(colourNames.map((name, index) => [name, `#0000${index + 10}`])) as Palette;

function pictured(diagram: SequenceDiagram, options: Partial<PictureOptions> = {}) {
  const all: PictureOptions = {
    step: diagram.steps.length - 1,
    extent: 'whole',
    palette,
    measureText,
    fontFamily: '"Pretendard Variable", sans-serif',
    fontCss: '',
    title: 'A run',
    ...options,
  };
  const picture = toSvg(diagram, all);
  const document = new DOMParser().parseFromString(picture.svg, 'image/svg+xml');
  return { ...picture, document, root: document.documentElement };
}

/** All words of a picture, ignoring line breaks. */
function wordsIn(root: Element): string {
  const pieces = [...root.querySelectorAll('tspan')].filter(
    ({ childElementCount }) => childElementCount === 0,
  );
  return pieces
    .map((piece) => piece.textContent)
    .join(' ')
    .replace(/\s+/g, '');
}

const crashes = [crash('server-1', whenAnswered('client/1')), restart('server-1', whenAnswered('client/2'))];
const runs = strategyIds.flatMap((strategy) =>
  [english, korean].map((phrasebook) => ({
    name: `${strategy}, ${phrasebook.language}`,
    diagram: describeRun(runOf(scenario({ strategy }), crashes), phrasebook),
  })),
);

async function diagramOf(text: string): Promise<SequenceDiagram> {
  const blocks = diagramBlocks(text);
  const [block] = 'kind' in blocks ? [] : blocks;
  const imported = block === undefined ? undefined : await parseDiagram(block);
  if (imported === undefined || 'problem' in imported) throw new Error('It can be read.');
  return describeImported(imported, english.imported);
}

describe.each(runs)('a picture of a run ($name)', ({ diagram }) => {
  it('is well-formed, and contains all of the diagram’s texts', () => {
    const { root, document } = pictured(diagram);
    expect(document.querySelector('parsererror')).toBeNull();
    expect(root.tagName).toBe('svg');
    const words = wordsIn(root);
    for (const step of diagram.steps) expect(words).toContain(labelOf(step).replace(/\s+/g, ''));
    for (const { name } of diagram.participants) expect(words).toContain(name.replace(/\s+/g, ''));
    for (const { chips, remark } of diagram.headsAt(diagram.steps.length - 1)) {
      for (const { text } of chips) expect(words).toContain(text.replace(/\s+/g, ''));
      if (remark !== null) expect(words).toContain(remark.replace(/\s+/g, ''));
    }
  });

  it('of a step ends with that step and its caption, without later steps', () => {
    diagram.steps.forEach((present, step) => {
      const { root, height } = pictured(diagram, { extent: 'view', step });
      const words = wordsIn(root);
      const caption = present.caption
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, '');
      expect(words.endsWith(caption)).toBe(true);
      expect(words).toContain(labelOf(present).replace(/\s+/g, ''));
      expect(height).toBeLessThan(1_200);
      const paid = diagram.steps.at(-1);
      if (
        paid !== undefined &&
        step < diagram.steps.length - 1 &&
        !labelOf(present).includes(labelOf(paid))
      ) {
        expect(words).not.toContain(labelOf(paid).replace(/\s+/g, ''));
      }
    });
  });

  it('refers to nothing outside itself', () => {
    const { svg } = pictured(diagram);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|\/\/|url\((?!data:|#)|href|@import|<script/,
    );
  });
});

describe('a picture', () => {
  it('shows an imported diagram with notes, frames and self-messages', async () => {
    const diagram = await diagramOf(login);
    const { root } = pictured(diagram);
    const words = wordsIn(root);
    for (const step of diagram.steps) expect(words).toContain(labelOf(step).replace(/\s+/g, ''));
    expect(words).toContain('loop');
  });

  it('has an imported diagram’s boxes, rects and frames in tints of their colours, and the icons of its participants', async () => {
    const text = `sequenceDiagram
box rgb(191, 223, 255) Front
participant A@{ "type": "database" }
participant B
end
rect rgba(0, 0, 255, .1)
alt perhaps
A->>B: one
else
B--xA: two
end
end`;
    const diagram = await diagramOf(text);
    const { root } = pictured(diagram);
    expect(wordsIn(root)).toContain('Front');
    const fills = [...root.querySelectorAll('[fill-opacity]')].map((each) => each.getAttribute('fill'));
    // The box has an upper part, at the heads, and a lower one.
    expect(fills.sort()).toEqual(['rgb(0, 0, 255)', 'rgb(0, 128, 255)', 'rgb(0, 128, 255)']);
    const sign = diagram.participants[0]?.drawn?.sign?.path ?? 'none';
    expect([...root.querySelectorAll('path')].filter((each) => each.getAttribute('d') === sign)).toHaveLength(
      1,
    );
  });

  it('of a step is no higher for a long branch that is passed over, and shows the step', async () => {
    const others = Array.from({ length: 60 }, (_, index) => `A->>B: other ${index}`);
    const diagram = await diagramOf(
      ['sequenceDiagram', 'alt short', 'A->>B: taken', 'else long', ...others, 'end'].join('\n'),
    );
    const { root, height } = pictured(diagram, { step: 1, extent: 'view' });
    expect(height).toBeLessThan(1_000);
    expect(wordsIn(root)).toContain('taken');
    expect(wordsIn(root)).toContain('short');
  });

  it('treats hostile text as text', () => {
    const diagram = describeRun(runOf(scenario(), []), english);
    const attack = '</text><script>alert(1)</script>&"\'\u0000\u0008\ud800]]>';
    const hostile: SequenceDiagram = {
      ...diagram,
      participants: diagram.participants.map((each) => ({ ...each, name: attack })),
      steps: diagram.steps.map((step) => ({
        ...step,
        row: step.row.kind === 'message' ? { ...step.row, label: attack } : step.row,
        caption: [{ text: attack, tone: 'plain' }],
      })),
    };
    for (const extent of ['whole', 'view'] as const) {
      const { root, document } = pictured(hostile, { extent, title: attack });
      expect(document.querySelector('parsererror')).toBeNull();
      expect(root.querySelector('script')).toBeNull();
      expect(wordsIn(root)).toContain('</text><script>alert(1)</script>&"\'\ufffd\ufffd\ufffd]]>');
    }
  });

  it('uses the given theme’s colours only', () => {
    const { root } = pictured(runs[0]?.diagram as SequenceDiagram);
    const known = new Set([...Object.values(palette), 'none']);
    for (const each of root.querySelectorAll('[fill], [stroke]')) {
      for (const name of ['fill', 'stroke']) {
        const value = each.getAttribute(name);
        if (value !== null) expect(known).toContain(value);
      }
    }
  });

  it('embeds its fonts', () => {
    const fontCss = '@font-face{font-family:"Pretendard Variable";src:url(data:font/woff2;base64,AA)}';
    const { root } = pictured(runs[0]?.diagram as SequenceDiagram, { fontCss });
    expect(root.querySelector('style')?.textContent).toBe(fontCss);
    expect(root.getAttribute('font-family')).toBe('"Pretendard Variable", sans-serif');
  });
});

describe('the heads of a picture', () => {
  it.each(runs)(
    'keep every chip and remark inside its memory, and every memory inside its head ($name)',
    ({ diagram }) => {
      const layout = layoutDiagram(diagram, { width: 800, fontPx: 20, measureText });
      const place = { ...layout, groups: diagram.groups };
      diagram.steps.forEach((_, step) => {
        const { heads, height } = layoutHeads(diagram.headsAt(step), place, { fontPx: 20, measureText });
        for (const { box, memory, chips, remarkTop, remarkLines } of heads) {
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          expect(memory.y + memory.height).toBeLessThanOrEqual(box.y + box.height);
          for (const { box: chip } of chips) {
            expect(chip.x).toBeGreaterThanOrEqual(memory.x);
            expect(chip.x + chip.width).toBeLessThanOrEqual(memory.x + memory.width);
            expect(chip.y + chip.height).toBeLessThanOrEqual(memory.y + memory.height);
          }
          const bottom = remarkTop + remarkLines.length * 1.45 * 0.92 * 20;
          expect(bottom).toBeLessThanOrEqual(memory.y + memory.height + 0.001);
        }
      });
    },
  );
});
