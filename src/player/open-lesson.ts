/** Opens a lesson, or one of its scenes. */
import type { Lesson } from '../lessons/lesson.ts';
import sandbox from '../lessons/sandbox/lesson.ts';
import type { Command } from '../simulation/cluster.ts';
import { compare } from './compare.ts';
import { createHistory } from './create-history.ts';
import { isAbout, type LessonPosition, sceneSetupAt, stepAt } from './lesson-position.ts';
import { nextPosition, previousPosition } from './lesson-state.ts';
import { openingStep } from './opening-state.ts';
import { atFirstCommand } from './operate.ts';
import { append, rebased } from './rebase.ts';
import { recordingOf } from './record.ts';
import type { RunPlan } from './run-for-page.ts';
import type { PlayerState } from './state.ts';

/** Branches stay while the lesson does. Another lesson starts with none. */
export function openLesson(state: PlayerState, lesson: Lesson, lessonPosition: LessonPosition): PlayerState {
  const {
    scenario = lesson.scenario,
    commands = [],
    at,
    compareWith = null,
  } = sceneSetupAt(lesson, lessonPosition);
  const detail = state.recording.run?.detail ?? 'essential';
  const recording = recordingOf({ scenario, commands, detail }, state.phrasebook);
  const history =
    state.lesson === lesson ? append(state.history, commands, scenario) : createHistory(commands);
  const step = recording.run === null ? openingStep(lesson, recording) : stepAt(recording.run, at);
  const opened: PlayerState = {
    ...(state.lesson === lesson ? state : inLesson(state, lesson)),
    lessonPosition,
    recording,
    history,
    step,
    suspendedRun: null,
    comparison: null,
    isMoving: false,
    isPlaying: false,
  };
  return compare(opened, compareWith);
}

/** The scene's run where its command is given: its outcome is still to come, so that a class can predict it. */
export function tryScene(state: PlayerState, scene: number): PlayerState {
  const opened = atFirstCommand(openLesson(state, state.lesson, scene));
  return opened.comparison === null ? opened : compare(opened, opened.comparison.variant);
}

interface SavedPlan extends Omit<RunPlan, 'detail'> {
  readonly branches?: readonly (readonly Command[])[];
  /** Default: the present one if its words can be about this run, and else the sandbox. */
  readonly lesson?: Lesson;
}

/** All of a run of the lesson, from its opening. Branches of the same lesson that fit are kept. */
export function openRun(state: PlayerState, plan: SavedPlan): PlayerState {
  const { scenario, commands, branches = [] } = plan;
  const { lesson = isAbout(state.lesson, plan) ? state.lesson : sandbox } = plan;
  if (lesson !== state.lesson) return openRun(inLesson(state, lesson), plan);
  const detail = state.recording.run?.detail ?? 'essential';
  const recording = recordingOf({ scenario, commands, detail }, state.phrasebook);
  const history =
    branches.length === 0
      ? append(state.history, commands, scenario)
      : createHistory(commands, [
          ...rebased(state.history, scenario).all.map((branch) => branch.commands),
          ...branches,
        ]);
  const step = openingStep(lesson, recording);
  return {
    ...state,
    recording,
    history,
    step,
    hidden: [],
    suspendedRun: null,
    isMoving: false,
    isPlaying: false,
  };
}

/** The state in that lesson, where nothing has been tried yet. */
function inLesson(state: PlayerState, lesson: Lesson): PlayerState {
  return {
    ...state,
    lesson,
    lessonPosition: 'opening',
    history: createHistory([]),
    comparison: null,
    focus: null,
    hidden: [],
  };
}

/** To the position before or after the last one. Ignores what has been tried since. */
export function openBeside(state: PlayerState, direction: 1 | -1): PlayerState {
  const lessonPosition = direction === 1 ? nextPosition(state) : previousPosition(state);
  return lessonPosition === null ? state : openLesson(state, state.lesson, lessonPosition);
}
