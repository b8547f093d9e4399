/** Layouts of any run, to test with, and letters of known widths. */
import fc from 'fast-check';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { MeasureText } from '../../src/sequence/layout-model.ts';
import type { SequenceDiagram } from '../../src/sequence/model.ts';
import type { Run } from '../../src/trace/run.ts';
import { runOf } from './run-of.ts';
import { anyLessonScenario, anyOperation, operated } from './runs.ts';

/** Hangul fills a square, everything else is about half as wide. */
export const measureText: MeasureText = (text, fontPx) =>
  [...text].reduce((sum, character) => sum + (/[ᄀ-힣]/.test(character) ? 1 : 0.55) * fontPx, 0);

export const anyDiagram: fc.Arbitrary<SequenceDiagram> = fc
  .tuple(anyLessonScenario, fc.array(anyOperation, { maxLength: 4 }), fc.constantFrom(english, korean))
  .map(([random, operations, phrasebook]) => {
    let run: Run = runOf(random, []);
    for (const { at, kind, node } of operations) {
      const exists = Number(node.at(-1)) <= random.servers;
      if (exists) run = operated(run, at % run.steps.length, kind, node);
    }
    return describeRun(run, phrasebook);
  });

export const anyOptions = fc.record({
  width: fc.integer({ min: 320, max: 1_920 }),
  fontPx: fc.integer({ min: 12, max: 48 }),
  measureText: fc.constant(measureText),
});

export const anyLayout = fc
  .tuple(anyDiagram, anyOptions)
  .map(([diagram, options]) => layoutDiagram(diagram, options));
