import { expect, it } from 'vitest';
import { runOf } from '../../../../../tests/support/run-of.ts';
import roundRobin from '../../../../lessons/round-robin/lesson.ts';
import { lessonWords } from '../../../../locales/en/lesson-words.ts';
import { phrasebook } from '../../../../locales/en/phrasebook.ts';
import { hideNodes } from '../../../../player/hide-nodes.ts';
import { recordingOfRun } from '../../../../player/recording-of-run.ts';
import { planRun, planScenes } from '../plan-slides.ts';

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

it('shows the scenes of a lesson with the focus of the stage', () => {
  const words = lessonWords['round-robin'];
  if (words === undefined) throw new Error('The lesson has no words.');
  const options = { phrasebook, detail: 'essential', hidden: [] } as const;
  const focusOf = (focus: string | null) =>
    [...planScenes(roundRobin, words, { ...options, focus })].map(({ diagram }) => diagram.focus);
  for (const focus of focusOf('server-1')) {
    expect(focus?.participant).toBe('server-1');
    expect(focus?.dimmed.size).toBeGreaterThan(0);
  }
  expect(focusOf(null).filter((focus) => focus !== undefined)).toEqual([]);
});
