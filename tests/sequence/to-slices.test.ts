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
const slices = toSlices(diagram, { palette, measureText: (text, fontPx) => 0.6 * fontPx * text.length });

const wordsOf = (svg: string) => svg.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

describe('a diagram in slices', () => {
  it('has one for each row, in which that row is, and no other', () => {
    expect(slices.rows).toHaveLength(diagram.steps.length);
    diagram.steps.forEach((step, index) => {
      expect(wordsOf(slices.rows[index] ?? '')).toContain(wordsOf(labelOf(step)));
    });
    const [first = '', second = ''] = slices.rows;
    expect(wordsOf(first)).not.toContain(wordsOf(second));
  });

  it('has slices that lie one below the other', () => {
    const boxes = slices.rows.map((svg) => /viewBox="0 ([\d.]+) [\d.]+ ([\d.]+)"/.exec(svg) ?? []);
    boxes.slice(1).forEach(([, top], index) => {
      const [, above, height] = boxes[index] ?? [];
      expect(Number(top)).toBeCloseTo(Number(above) + Number(height), 1);
    });
  });

  it('names everybody above, and nothing that anybody remembers', () => {
    const names = diagram.participants.map(({ name }) => wordsOf(name)).join('');
    expect(wordsOf(slices.heads)).toBe(names);
  });
});
