/** Where scenes and closings end: on the row that decides, or with that row in sight. */
import { describe, expect, it } from 'vitest';
import type { Lesson, SceneSetup } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { stepAt } from '../../src/player/lesson-position.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { layoutDiagram } from '../../src/sequence/layout.ts';
import type { RequestId } from '../../src/simulation/kernel/actor.ts';
import { keyOfAnswer, servedIn } from '../../src/trace/answers.ts';
import { comparisonRunsOf } from '../../src/trace/questions.ts';
import type { Run } from '../../src/trace/run.ts';
import { measureText } from '../support/layouts.ts';
import { openPlayer } from '../support/opened-player.ts';
import { runOf } from '../support/run-of.ts';

/** While presenting at 1920×1080: the stage's width, the font size, and the height below the heads. */
const PRESENTING = { width: 1_868, fontPx: 36, measureText };
const ROOM_PX = 450;

const scenes = lessons.flatMap((lesson) =>
  lesson.scenes.map((scene) => ({ lesson, scene, name: `${lesson.id} ${scene.id}` })),
);
/** The sandbox shows no trace of the course: its sides come out alike until the reader breaks something. */
const closings = lessons.filter(
  ({ closing, scenes: all }: Lesson) =>
    closing.compareWith !== undefined && all.some(({ traces }) => traces.length > 0),
);

function runAt(lesson: Lesson, { scenario = lesson.scenario, commands = [] }: SceneSetup): Run {
  return runOf(scenario, commands);
}

/** Steps up to here belong to the scene before, if it has the same run; -1 otherwise. */
function endOfSceneBefore(lesson: Lesson, scene: SceneSetup): number {
  const all: readonly SceneSetup[] = lesson.scenes;
  const before = all[all.indexOf(scene) - 1];
  if (before === undefined) return -1;
  const [one, other] = [runAt(lesson, before), runAt(lesson, scene)];
  const isSame =
    JSON.stringify([one.scenario, one.commands]) === JSON.stringify([other.scenario, other.commands]);
  return isSame ? stepAt(one, before.at) : -1;
}

/**
 * The last step after `after` and up to `at` that shows an answer which another variant, or the cluster without commands, wouldn't give;
 * null if there's none.
 */
function lastDecisiveStep(run: Run, after: number, at: number): number | null {
  const served = servedIn(run.scenario, run.events);
  const others = comparisonRunsOf(run);
  const isDecisive = (request: RequestId) => {
    const answer = served.get(request)?.answer ?? null;
    if (answer === null) return false;
    return others.some((other) => {
      const there = other.served.get(request)?.answer ?? null;
      return there === null || keyOfAnswer(there) !== keyOfAnswer(answer);
    });
  };
  for (let step = at; step > after; step -= 1) {
    const { moment } = run.steps[step] ?? {};
    if (moment?.at === 'answered' && isDecisive(moment.request)) return step;
  }
  return null;
}

describe('a scene', () => {
  it.each(scenes)('$name ends with the last decisive answer in sight', ({ lesson, scene }) => {
    const run = runAt(lesson, scene);
    const at = stepAt(run, scene.at);
    const decisive = lastDecisiveStep(run, endOfSceneBefore(lesson, scene), at);
    if (decisive === null) return;
    for (const phrasebook of [english, korean]) {
      const { rows } = layoutDiagram(describeRun(run, phrasebook), PRESENTING);
      const [first, last] = [rows[decisive], rows[at]];
      if (first === undefined || last === undefined) throw new Error('The run has no such row.');
      expect(last.top + last.height - first.top, `from row ${decisive + 1} to ${at + 1}`).toBeLessThanOrEqual(
        ROOM_PX,
      );
    }
  });

  it.each(scenes)(
    '$name does not end on an acknowledgment, or on a copy that nobody takes',
    ({ lesson, scene }) => {
      const run = runAt(lesson, scene);
      // In the lessons about TCP, acknowledgments are the subject.
      if (run.scenario.kind === 'transport') return;
      const { sentence } = describeRun(run, english).steps[stepAt(run, scene.at)] ?? {};
      expect(sentence).not.toMatch(/ says up to where everything has arrived|Nobody answers there/);
    },
  );
});

describe('a closing', () => {
  it.each(closings)('of $id ends on a row that differs between its sides', (lesson) => {
    const player = openPlayer({ phrasebook: english, allowsMotion: false });
    player.getState().dispatch({ kind: 'open-lesson', lesson, lessonPosition: 'closing' });
    const { recording, step, comparison } = player.getState();
    // Without the servers' numbers: which of them answers isn't the point.
    const said = (sentence: string | undefined) => sentence?.replace(/Server \d/g, 'A server');
    expect(said(recording.diagram.steps[step]?.sentence)).not.toBe(
      said(comparison?.recording.diagram.steps[comparison.step]?.sentence),
    );
  });
});
