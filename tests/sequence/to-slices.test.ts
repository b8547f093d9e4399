import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { colourNames, type Palette } from '../../src/sequence/palette.ts';
import { toSlices } from '../../src/sequence/to-slices.ts';
import { labelOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';

const palette = Object.fromEntries(colourNames.map((name, index) => [name, `#0000${index + 10}`])) as Palette;
const diagram = describeRun(runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]), phrasebook);
const last = diagram.steps.length - 1;
const slices = toSlices(diagram, last, {
  palette,
  measureText: (text, fontPx) => 0.6 * fontPx * text.length,
});

const wordsOf = (svg: string) => svg.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

describe('a diagram in slices', () => {
  it('has one slice per row, which contains only that row', () => {
    expect(slices.rows).toHaveLength(diagram.steps.length);
    diagram.steps.forEach((step, index) => {
      expect(wordsOf(slices.rows[index] ?? '')).toContain(wordsOf(labelOf(step)));
    });
    const [first = '', second = ''] = slices.rows;
    expect(wordsOf(first)).not.toContain(wordsOf(second));
  });

  it('has slices in vertical order', () => {
    const boxes = slices.rows.map((svg) => /viewBox="0 ([\d.]+) [\d.]+ ([\d.]+)"/.exec(svg) ?? []);
    boxes.slice(1).forEach(([, top], index) => {
      const [, above, height] = boxes[index] ?? [];
      expect(Number(top)).toBeCloseTo(Number(above) + Number(height), 1);
    });
  });

  it('names all participants above, with their memories at the given step', () => {
    for (const { participant, chips } of diagram.headsAt(last)) {
      expect(wordsOf(slices.heads)).toContain(wordsOf(participant.name));
      for (const { text } of chips) expect(wordsOf(slices.heads)).toContain(wordsOf(text));
    }
    expect(diagram.headsAt(last).some(({ chips }) => chips.length > 0)).toBe(true);
  });
});
