// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { describeImported } from '../../src/sequence/describe-imported.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { finished } from '../../src/sequence/interruptible.ts';
import type { MeasureText } from '../../src/sequence/layout-model.ts';
import { colourNames, type Palette } from '../../src/sequence/palette.ts';
import { FRAME_ASPECT, toFrames } from '../../src/sequence/to-frames.ts';
import { importedFrom } from '../support/diagram-fixtures.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const measureText: MeasureText = (text, fontPx) => [...text].length * 0.6 * fontPx;
const palette = Object.fromEntries(colourNames.map((name, index) => [name, `#0000${index + 10}`])) as Palette;
const style = { palette, measureText, fontFamily: 'sans-serif', fontCss: '', title: 'A run' };
const crashes = [crash('server-1', whenAnswered('client/1')), restart('server-1', whenAnswered('client/2'))];
const diagram = describeRun(runOf(scenario(), crashes), phrasebook);
const count = diagram.steps.length;
const frames = finished(toFrames(diagram, { first: 0, count }, style));
const all = diagram.steps.map((_, step) => ({ step, ...frames.frameAt(step) }));

function wordsOf(svg: string): string {
  return svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, '');
}

/** A short branch, and one that is higher than a frame, which the way through passes over. */
const branches = [
  'sequenceDiagram',
  'A->>B: first',
  'alt short',
  'B-->>A: taken',
  'else long',
  ...Array.from({ length: 60 }, (_, index) => `A->>B: passed over ${index}`),
  'end',
  'A->>B: last',
].join('\n');

describe('the frames of a film', () => {
  it('show the present message above a long branch that is passed over', async () => {
    const branched = describeImported(await importedFrom(branches), phrasebook.imported);
    const stops = branched.imported?.walk.stops ?? [];
    expect(stops).toHaveLength(3);
    const film = finished(toFrames(branched, { first: 0, count: stops.length }, style));
    for (const stop of stops.keys()) {
      const { journey } = film.frameAt(stop);
      expect(journey?.y, `stop ${stop}`).toBeGreaterThan(0);
      expect(journey?.y, `stop ${stop}`).toBeLessThan(film.height);
    }
  });

  it('have equal sizes, and the aspect ratio of a screen', () => {
    expect(frames.width / frames.height).toBeCloseTo(FRAME_ASPECT, 2);
    for (const { svg } of all) {
      expect(svg).toContain(`viewBox="0 0 ${frames.width} ${frames.height}"`);
    }
  });

  it('have heads, rows and caption in the same positions at every step', () => {
    // The last horizontal line apart from the caption's is the one below the heads.
    const heads = all.map(
      ({ svg }) => [...svg.matchAll(/d="M0 ([1-9][\d.]*)H1200"/g)].map(([, y]) => y).at(-1) ?? 'none',
    );
    const captions = all.map(({ svg }) => svg.match(/translate\(0 ([\d.]+)\)"><path d="M0 0H/)?.[1]);
    expect(new Set(heads).size).toBe(1);
    expect(heads).not.toContain('none');
    expect(captions).not.toContain(undefined);
    expect(new Set(captions).size).toBe(1);
  });

  it('contain the caption of their step', () => {
    for (const { step, svg } of all) {
      const caption = (diagram.steps[step]?.caption ?? []).map(({ text }) => text).join('');
      expect(wordsOf(svg)).toContain(wordsOf(caption).replaceAll('&', '&amp;'));
    }
  });

  it('show the present message between heads and caption, with its path', () => {
    const journeys = all.flatMap(({ step, journey }) => (journey === null ? [] : [{ step, ...journey }]));
    expect(journeys.length).toBeGreaterThan(5);
    for (const { step, x1, x2, y } of journeys) {
      expect(diagram.steps[step]?.row.kind).toBe('message');
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(frames.height);
      expect(Math.abs(x2 - x1)).toBeGreaterThan(0);
    }
  });

  it('have no moving message at a crash', () => {
    const crashAt = diagram.steps.findIndex(({ row }) => row.kind === 'band');
    expect(crashAt).toBeGreaterThan(0);
    expect(all[crashAt]?.journey).toBeNull();
  });
});
