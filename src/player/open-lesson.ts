/** Opens a lesson, or one of its scenes. */
import type { Lesson } from '../lessons/lesson.ts';
import type { Command } from '../simulation/cluster.ts';
import { compare } from './compare.ts';
import { append, createHistory } from './history.ts';
import { type LessonPosition, sceneSetupAt, stepAt } from './lesson-position.ts';
import { nextPosition, previousPosition } from './lesson-state.ts';
import { rebased } from './rebase.ts';
import { recordingOf } from './record.ts';
import type { RunPlan } from './run-for-page.ts';
import { openingStep, type PlayerState } from './state.ts';

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
  const history = state.lesson === lesson ? append(state.history, commands) : createHistory(commands);
  const step = recording.run === null ? openingStep(lesson, recording) : stepAt(recording.run, at);
  const opened: PlayerState = {
    ...state,
    lesson,
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

interface SavedPlan extends Omit<RunPlan, 'detail'> {
  readonly branches?: readonly (readonly Command[])[];
}

/** A run of the present lesson, from the lesson's opening. Branches that fit are kept. */
export function openRun(state: PlayerState, { scenario, commands, branches = [] }: SavedPlan): PlayerState {
  const detail = state.recording.run?.detail ?? 'essential';
  const recording = recordingOf({ scenario, commands, detail }, state.phrasebook);
  const kept = rebased(state.history, scenario);
  const history =
    branches.length === 0
      ? append(kept, commands)
      : createHistory(commands, [...kept.all.map((branch) => branch.commands), ...branches]);
  const step = openingStep(state.lesson, recording);
  return { ...state, recording, history, step, suspendedRun: null, isMoving: false, isPlaying: false };
}

/** To the position before or after the last one. Ignores what has been tried since. */
export function openBeside(state: PlayerState, direction: 1 | -1): PlayerState {
  const lessonPosition = direction === 1 ? nextPosition(state) : previousPosition(state);
  return lessonPosition === null ? state : openLesson(state, state.lesson, lessonPosition);
}
