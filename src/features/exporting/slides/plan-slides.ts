/** Which steps get a slide, and what the speaker's notes say besides their sentences. */
import type { Lesson } from '../../../lessons/lesson.ts';
import type { LessonWords, SceneWords } from '../../../lessons/lesson-words.ts';
import { hideNodes } from '../../../player/hide-nodes.ts';
import { presentScene } from '../../../player/lesson-position.ts';
import { type Recording, shownStepAtOrBefore, wholeOf, wholeStep } from '../../../player/recording.ts';
import { focused } from '../../../player/run-focus.ts';
import { type SceneRecording, sceneRecordings } from '../../../player/scene-recordings.ts';
import type { SequenceDiagram } from '../../../sequence/model.ts';
import type { Phrasebook } from '../../../sequence/phrasebook.ts';
import type { SlidePlan } from '../../../sequence/slides/to-slides.ts';
import { rowOfStop, stopOfRow, stopsOf } from '../../../sequence/walk-stops.ts';
import type { NodeId } from '../../../simulation/kernel/actor.ts';

export const slideExtents = ['steps', 'requests', 'scenes'] as const;
export type SlideExtent = (typeof slideExtents)[number];

/** Slides of one diagram. */
export interface PlannedSet {
  readonly diagram: SequenceDiagram;
  readonly plans: readonly SlidePlan[];
}

/** Above this, the dialog asks before it makes them. */
export const SLIDES_ASKED = 300;

/** How many slides each choice makes. */
export function slideCounts(
  diagram: SequenceDiagram,
  lesson: Lesson | null,
): Readonly<Record<SlideExtent, number>> {
  return {
    steps: stopsOf(diagram).length,
    requests: lastSteps(diagram).length,
    scenes: lesson?.scenes.length ?? 0,
  };
}

/** A slide each step, or each last step of a request. @param lesson Null for an imported diagram. */
export function planRun(
  recording: Recording,
  extent: 'steps' | 'requests',
  lesson: Lesson | null,
  words: LessonWords | null,
): PlannedSet {
  const { diagram } = recording;
  const { run } = wholeOf(recording);
  const steps =
    extent === 'steps' ? stopsOf(diagram).map((_, stop) => rowOfStop(diagram, stop)) : lastSteps(diagram);
  let before: string | null = null;
  const plans = steps.map((step): SlidePlan => {
    const scene =
      run === null || lesson === null ? null : presentScene(lesson, run, wholeStep(recording, step));
    const isNew = scene !== null && scene.id !== before;
    before = scene?.id ?? null;
    const said = isNew ? words?.scenes[scene.id] : undefined;
    return { step, ...(said !== undefined && { notes: sceneNotes(said) }) };
  });
  return { diagram, plans };
}

interface SceneOptions {
  readonly phrasebook: Phrasebook;
  readonly detail: SceneDetail;
  /** Nodes that aren't shown. */
  readonly hidden: readonly NodeId[];
  /** The node whose messages stand out; null without one. */
  readonly focus: NodeId | null;
}

/** A slide each scene of the lesson, in the run that the scene shows, with the same focus and without the same nodes. */
export function* planScenes(
  lesson: Lesson,
  words: LessonWords,
  { phrasebook, detail, hidden, focus }: SceneOptions,
): Generator<PlannedSet> {
  for (const { scene, recording, step } of sceneRecordings(lesson, phrasebook, detail)) {
    const said = words.scenes[scene.id];
    const shown = focused(hideNodes(recording, hidden), focus);
    yield {
      diagram: shown.diagram,
      plans: [
        { step: shownStepAtOrBefore(shown, step), ...(said !== undefined && { notes: sceneNotes(said) }) },
      ],
    };
  }
}

type SceneDetail = NonNullable<NonNullable<SceneRecording['recording']['run']>['detail']>;

/** What the presenter's window shows for a scene. */
function sceneNotes({ heading, look, notes: { say, ask, answers } }: SceneWords): string {
  return [heading, look, say, ask, answers].join('\n');
}

/** Of each request, the row of its last stop. */
function lastSteps(diagram: SequenceDiagram): readonly number[] {
  const { steps } = diagram;
  const rows = steps.flatMap(({ request }, index) => (steps[index + 1]?.request === request ? [] : [index]));
  const stops = new Set(rows.map((row) => stopOfRow(diagram, row)));
  return [...stops].map((stop) => rowOfStop(diagram, stop));
}
