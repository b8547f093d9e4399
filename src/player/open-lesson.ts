/** Going to a lesson, or to one of its beats. */
import type { Lesson, Situation } from '../lessons/lesson.ts';
import { grow, plantBranches } from './branches.ts';
import { recordingOf } from './recording.ts';
import { compare } from './rival.ts';
import { stepAt } from './situation.ts';
import { openingStep, type PlayerState } from './state.ts';

/** Which situation of a lesson: its opening, one of its beats by index from 0, or what it ends with. */
export type Stop = 'opening' | number | 'closing';

/** What has been tried stays as long as the lesson does; another lesson begins with nothing tried. */
export function openLesson(state: PlayerState, lesson: Lesson, stop: Stop): PlayerState {
  const { scenario = lesson.scenario, commands = [], at, compareWith = null } = situationAt(lesson, stop);
  const detail = state.recording.run?.detail ?? 'essential';
  const recording = recordingOf({ scenario, commands, detail }, state.phrasebook);
  const branches = state.lesson === lesson ? grow(state.branches, commands) : plantBranches(commands);
  const step = recording.run === null ? openingStep(lesson, recording) : stepAt(recording.run, at);
  const opened: PlayerState = {
    ...state,
    lesson,
    recording,
    branches,
    step,
    covered: null,
    rival: null,
    isMoving: false,
    isPlaying: false,
  };
  return compare(opened, compareWith);
}

export function situationAt(lesson: Lesson, stop: Stop): Situation {
  if (stop === 'closing') return lesson.closing;
  const opening: Situation = { at: lesson.opensAt };
  return stop === 'opening' ? opening : (lesson.beats[stop] ?? opening);
}
