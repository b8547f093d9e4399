/** Keeps the lesson's position in line with the present step. */

import { fullRunStep } from './full-run-step.ts';
import { isClosingRun, presentScene } from './lesson-position.ts';
import type { PlayerState } from './state.ts';

/** Stepping onto a scene's step enters the scene. A command leaves the lesson's position as it is. */
export function atReachedScene(before: PlayerState, state: PlayerState): PlayerState {
  const { lesson, lessonPosition, comparison } = state;
  const [{ run, step }, earlier] = [fullRunStep(state), fullRunStep(before)];
  const isAskedFor = lesson !== before.lesson || lessonPosition !== before.lessonPosition;
  const isCompared = comparison?.variant !== before.comparison?.variant;
  const hasMoved = isCompared || step !== earlier.step || run !== earlier.run;
  if (isAskedFor || !hasMoved || run === null) return state;
  if (comparison !== null) {
    const isClosing = comparison.variant === lesson.closing.compareWith && isClosingRun(lesson, run);
    return isClosing && lessonPosition !== 'closing' ? { ...state, lessonPosition: 'closing' } : state;
  }
  const scene = presentScene(lesson, run, step);
  const come = scene === null ? lessonPosition : lesson.scenes.indexOf(scene);
  return come === lessonPosition ? state : { ...state, lessonPosition: come };
}
