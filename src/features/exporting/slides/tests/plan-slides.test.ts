import { expect, it } from 'vitest';
import { runOf } from '../../../../../tests/support/run-of.ts';
import roundRobin from '../../../../lessons/round-robin/lesson.ts';
import { lessonWords } from '../../../../locales/en/lesson-words.ts';
import { phrasebook } from '../../../../locales/en/phrasebook.ts';
import { hideNodes } from '../../../../player/hide-nodes.ts';
import { recordingOfRun } from '../../../../player/recording-of-run.ts';
import { planRun } from '../plan-slides.ts';

it('puts the notes of a scene on the first slide that has reached it, while nodes are hidden', () => {
  const whole = recordingOfRun(runOf(roundRobin.scenario, []), phrasebook);
  const recording = hideNodes(whole, ['client']);
  const { shown = [] } = recording.hiding ?? {};
  const words = lessonWords['round-robin'] ?? null;
  const { plans } = planRun(recording, 'steps', roundRobin, words);
  const scenes = roundRobin.scenes.filter((scene) => !('scenario' in scene));
  // The last slide stands for the rest of the run, so the scenes between are passed over there.
  const expected = shown.flatMap((_, step) => {
    const isLast = step === shown.length - 1;
    const reached = scenes.findLast(({ at }) => {
      if (at === 'end') return isLast;
      const answered = whole.run?.steps.findIndex(
        ({ landmark }) => landmark.request === at.request && landmark.at === at.at,
      );
      return isLast || (answered ?? 0) <= (shown[step] ?? 0);
    });
    return [reached === undefined ? null : words?.scenes[reached.id]?.heading];
  });
  const headings = plans.map(({ notes }) => notes?.split('\n')[0] ?? null);
  expect(headings).toEqual(expected.map((each, step) => (each === expected[step - 1] ? null : each)));
  expect(headings.filter((each) => each !== null).length).toBeGreaterThan(1);
});
