import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speeds } from '../../../../player/state.ts';
import type { DiagramStep } from '../../../../sequence/model.ts';
import { durationMsOf, FILM_STEPS_MAX, timelineOf } from '../timeline.ts';

function stepsSaying(...captions: readonly string[]): DiagramStep[] {
  return captions.map((text, index) => ({
    key: String(index),
    request: '',
    row: { kind: 'note', place: 'over', participants: ['a', 'a'], text, tone: 'plain' },
    caption: [{ text, tone: 'plain' }],
    sentence: text,
    mark: null,
  }));
}

const plan = { first: 0, speed: 1, framesPerSecond: 30 } as const;

describe('the timeline of a film', () => {
  it('starts with a completed first step, then shows each step moving and at rest', () => {
    const timeline = timelineOf(stepsSaying('One.', 'Two.'), plan);
    expect(timeline[0]).toMatchObject({ step: 0, progress: 1 });
    const second = timeline.filter(({ step }) => step === 1);
    expect(second[0]?.progress).toBe(0);
    expect(second.at(-1)?.progress).toBe(1);
    const growing = second.map(({ progress }) => progress);
    expect(growing).toEqual(growing.toSorted((one, other) => one - other));
  });

  it('has the given number of frames per second during motion', () => {
    const coming = timelineOf(stepsSaying('One.', 'Two.'), { ...plan, framesPerSecond: 10 }).filter(
      ({ step, progress }) => step === 1 && progress < 1,
    );
    expect(coming.map(({ durationMs }) => durationMs)).toEqual(Array(7).fill(100));
  });

  it('stays on a step as long as its caption takes to read', () => {
    const [short, long] = [
      'Gone.',
      'Server 2 has never served this customer, and has to ask what it is about.',
    ].map((caption) =>
      durationMsOf(timelineOf(stepsSaying(caption, ''), plan).filter(({ step }) => step === 0)),
    );
    expect(long).toBeGreaterThan(short ?? Number.NaN);
  });

  it('starts at the given step, and ends with the run', () => {
    const shown = timelineOf(stepsSaying('a', 'b', 'c', 'd'), { ...plan, first: 2 }).map(({ step }) => step);
    expect([...new Set(shown)]).toEqual([2, 3]);
  });

  it('ends after a few hundred steps', () => {
    const steps = stepsSaying(...Array.from({ length: FILM_STEPS_MAX + 5 }, () => ''));
    expect(new Set(timelineOf(steps, plan).map(({ step }) => step)).size).toBe(FILM_STEPS_MAX);
  });

  it('has still frames of whole hundredths of a second, and at most half a second each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...speeds),
        (captions, speed) => {
          for (const { progress, durationMs } of timelineOf(stepsSaying(...captions), { ...plan, speed })) {
            expect(durationMs).toBeGreaterThan(0);
            if (progress < 1) continue;
            expect(durationMs % 10).toBe(0);
            expect(durationMs).toBeLessThanOrEqual(500);
          }
        },
      ),
    );
  });

  it('takes half the time at double the speed, except for the end', () => {
    const seconds = speeds.map((speed) => {
      const steps = stepsSaying('A caption of some length.', 'Another one.', 'The end.');
      const timeline = timelineOf(steps, { ...plan, speed }).filter(({ step }) => step < 2);
      return (durationMsOf(timeline) * speed) / 1_000;
    });
    for (const each of seconds) expect(each).toBeCloseTo(seconds[2] ?? Number.NaN, 1);
  });
});
