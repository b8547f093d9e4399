/** Each scene of each lesson has a link, and the link leads there. */
import { describe, expect, it } from 'vitest';
import { open } from '../../src/app/open.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { traceIds } from '../../src/lessons/traces.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { type LessonPosition, presentScene, sceneSetupAt, stepAt } from '../../src/player/lesson-position.ts';
import { lessonAddress } from '../../src/url/lesson-address.ts';
import { parseLink } from '../../src/url/parse-link.ts';

const positions = lessons.flatMap((lesson) =>
  (['opening', ...lesson.scenes.keys(), 'closing'] as const).map((lessonPosition: LessonPosition) => ({
    lesson,
    lessonPosition,
    address: lessonAddress('', lesson.id, lessonPosition),
  })),
);

describe('a link to a scene', () => {
  it.each(positions)('$address opens there, without a complaint', ({ lesson, lessonPosition, address }) => {
    const { state, problems } = open(parseLink(address, ''), english);
    expect(problems).toEqual([]);
    const { recording, step, comparison, lesson: opened } = state;
    const situation = sceneSetupAt(lesson, lessonPosition);
    expect(opened).toBe(lesson);
    expect(recording.run?.scenario).toEqual(situation.scenario ?? lesson.scenario);
    expect(recording.run?.commands).toEqual(situation.commands ?? []);
    if (recording.run === null) throw new Error('A lesson plays a run.');
    expect(step).toBe(stepAt(recording.run, situation.at));
    expect(comparison?.variant).toBe(situation.compareWith);
    if (typeof lessonPosition === 'number') {
      // Of two scenes at the same step, either may be told.
      const beat = presentScene(lesson, recording.run, step);
      expect(beat?.at).toEqual(situation.at);
    }
  });

  it('leads to everything that the course has to show', () => {
    const shown = new Set(lessons.flatMap(({ scenes }) => scenes.flatMap(({ traces }) => traces)));
    expect(traceIds.filter((trace) => !shown.has(trace))).toEqual([]);
  });
});
