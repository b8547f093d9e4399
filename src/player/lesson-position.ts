/** Maps a lesson's references to steps of a run, and finds the scenes that a run has reached. */
import type { Lesson, Scene, SceneSetup, StepRef } from '../lessons/lesson.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Run } from '../trace/run.ts';

/** A position in a lesson: its opening, a scene by index from 0, or its closing. */
export type LessonPosition = 'opening' | number | 'closing';

export function sceneSetupAt(lesson: Lesson, lessonPosition: LessonPosition): SceneSetup {
  if (lessonPosition === 'closing') return lesson.closing;
  const opening = openingSetup(lesson);
  return lessonPosition === 'opening' ? opening : (lesson.scenes[lessonPosition] ?? opening);
}

/** The run that the lesson opens with. */
function openingSetup({ opensAt, commands }: Lesson): SceneSetup {
  return { at: opensAt, ...(commands !== undefined && { commands }) };
}

/** The position before or after; clamped at either end. */
export function adjacentPosition(
  lesson: Lesson,
  lessonPosition: LessonPosition,
  direction: 1 | -1,
): LessonPosition {
  const positions: readonly LessonPosition[] = ['opening', ...lesson.scenes.keys(), 'closing'];
  return positions[positions.indexOf(lessonPosition) + direction] ?? lessonPosition;
}

/** An index from 0: the referenced step, or the nearest that this run has. */
export function stepAt({ steps }: Pick<Run, 'steps'>, ref: StepRef): number {
  const last = steps.length - 1;
  if (ref === 'end') return last;
  const { stepsOn = 0 } = ref;
  const named =
    'command' in ref
      ? steps.findIndex((step) => step.key === `command ${ref.command}`)
      : steps.findIndex(({ landmark }) => landmark.request === ref.request && landmark.at === ref.at);
  return Math.min(Math.max(0, named) + stepsOn, last);
}

/**
 * The scene of the present step: the last reached scene that describes this run. Null before the first one, and after
 * the person has tried something else.
 */
export function presentScene(lesson: Lesson, run: Run, step: number): Scene | null {
  return found(lesson, run).scenes.findLast(({ at }) => at <= step)?.scene ?? null;
}

/** Whether it's the run that the lesson starts with, without further commands. */
export function isOpeningRun(lesson: Lesson, run: Run): boolean {
  return found(lesson, run).isOpening;
}

/** Whether it's the run that the lesson ends with. Ignores the comparison. */
export function isClosingRun(lesson: Lesson, run: Run): boolean {
  return found(lesson, run).isClosing;
}

/**
 * Whether the lesson's words can be about this run: its clients do what they do in one of the lesson's own runs. Other
 * strategies and conditions are part of a lesson. A run that the reader builds is any.
 */
export function isAbout(lesson: Lesson, { scenario }: Pick<Run, 'scenario'>): boolean {
  if (lesson.panel === 'builder') return true;
  const own = [lesson.scenario, ...lesson.scenes.flatMap((scene) => scene.scenario ?? [])];
  return own.some((each) => each === scenario || scriptOf(each) === scriptOf(scenario));
}

function scriptOf(scenario: Scenario): string {
  return JSON.stringify(scenario.kind === 'cluster' ? scenario.clients : scenario.script);
}

/** The lesson's position after a jump to this step. */
export function lessonPositionAt(lesson: Lesson, run: Run, step: number): LessonPosition {
  const isOpening = isOpeningRun(lesson, run) && step === stepAt(run, lesson.opensAt);
  const scene = isOpening ? null : presentScene(lesson, run, step);
  return scene === null ? 'opening' : lesson.scenes.indexOf(scene);
}

/** A run's matches in a lesson. */
interface Found {
  readonly lesson: Lesson;
  readonly isOpening: boolean;
  readonly isClosing: boolean;
  /** The scenes that describe it, in the order of their steps. */
  readonly scenes: readonly { readonly scene: Scene; readonly at: number }[];
}

/** Cached per run, because each step asks again. */
const foundByRun = new WeakMap<Run, Found>();

function found(lesson: Lesson, run: Run): Found {
  const known = foundByRun.get(run);
  if (known?.lesson === lesson) return known;
  const scenes = lesson.scenes
    .filter((scene) => isRunOf(lesson, scene, run) && comesTo(run, scene.at))
    .map((scene) => ({ scene, at: stepAt(run, scene.at) }))
    .sort((one, other) => one.at - other.at);
  const isOpening = isRunOf(lesson, openingSetup(lesson), run);
  const isClosing = isRunOf(lesson, lesson.closing, run);
  const all: Found = { lesson, isOpening, isClosing, scenes };
  foundByRun.set(run, all);
  return all;
}

/** False for a scene beyond the end of a truncated run. Its words would answer the waiting question. */
function comesTo({ steps, events }: Run, ref: StepRef): boolean {
  if (events.at(-1)?.kind === 'run-ended') return true;
  if (ref === 'end') return false;
  const named = steps.findIndex(({ key, landmark }) =>
    'command' in ref
      ? key === `command ${ref.command}`
      : landmark.request === ref.request && landmark.at === ref.at,
  );
  return named >= 0 && named + (ref.stepsOn ?? 0) < steps.length;
}

/** Whether the position belongs to this run. Scenarios and commands are plain data. */
export function isRunOf(lesson: Lesson, { scenario, commands = [] }: SceneSetup, run: Run): boolean {
  return (
    JSON.stringify(commands) === JSON.stringify(run.commands) &&
    JSON.stringify(scenario ?? lesson.scenario) === JSON.stringify(run.scenario)
  );
}
