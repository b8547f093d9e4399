/** The player's position in its lesson, and the lesson's suggestions from there. */
import type { Scene } from '../lessons/lesson.ts';
import { fullRunStep } from './full-run-step.ts';
import {
  adjacentPosition,
  isOpeningRun,
  isRunOf,
  type LessonPosition,
  presentScene,
  sceneSetupAt,
  stepAt,
} from './lesson-position.ts';
import type { PlayerState } from './state.ts';

/** Whether the stage is at the lesson's position: false before it's reached, and once something else was tried. */
export function isAtLessonPosition(state: PlayerState): boolean {
  const { lesson, lessonPosition, comparison } = state;
  if (lessonPosition === 'opening') return true;
  if (lessonPosition === 'closing')
    return comparison !== null && comparison.variant === lesson.closing.compareWith;
  const { run, step } = fullRunStep(state);
  const scene = run === null ? null : presentScene(lesson, run, step);
  return scene !== null && lesson.scenes[lessonPosition] === scene;
}

/** The next scene whose commands apply to the cluster on the stage; null once the person has given others. */
export function suggestedScene(state: PlayerState): Scene | null {
  const { lesson, lessonPosition, comparison } = state;
  const { run } = fullRunStep(state);
  if (run === null || comparison !== null || !isOpeningRun(lesson, run)) return null;
  const later =
    lessonPosition === 'opening'
      ? lesson.scenes
      : lessonPosition === 'closing'
        ? []
        : lesson.scenes.slice(lessonPosition + 1);
  return later.find(({ scenario, commands = [] }) => scenario === undefined && commands.length > 0) ?? null;
}

/**
 * The next position, which changes the stage and never steps back in the present run; null after the last one. It passes
 * over a first scene that the opening already shows.
 */
export function nextPosition(state: PlayerState): LessonPosition | null {
  const { lesson } = state;
  let from = state.lessonPosition;
  for (;;) {
    const next = adjacentPosition(lesson, from, 1);
    if (next === from) return null;
    if (!isPassed(state, next)) return next;
    from = next;
  }
}

export function previousPosition({ lesson, lessonPosition }: PlayerState): LessonPosition | null {
  const previous = adjacentPosition(lesson, lessonPosition, -1);
  return previous === lessonPosition ? null : previous;
}

/** Whether the run on the stage has come as far as this position, or farther. */
function isPassed(state: PlayerState, at: LessonPosition): boolean {
  const { lesson, comparison } = state;
  const { run, step } = fullRunStep(state);
  const setup = sceneSetupAt(lesson, at);
  if (run === null || comparison !== null || setup.compareWith !== undefined) return false;
  return isRunOf(lesson, setup, run) && stepAt(run, setup.at) <= step;
}
