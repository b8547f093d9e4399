/** Where in its lesson the player is, and what the lesson suggests from there. */
import type { Scene } from '../lessons/lesson.ts';
import { isOpeningRun, presentScene } from './lesson-position.ts';
import type { PlayerState } from './state.ts';

/** Whether the lesson's position is on the stage: false before it is reached, and once something else was tried. */
export function isAtLessonPosition({
  lesson,
  lessonPosition,
  recording,
  step,
  comparison,
}: PlayerState): boolean {
  if (lessonPosition === 'opening') return true;
  if (lessonPosition === 'closing')
    return comparison !== null && comparison.variant === lesson.closing.compareWith;
  const scene = recording.run === null ? null : presentScene(lesson, recording.run, step);
  return scene !== null && lesson.scenes[lessonPosition] === scene;
}

/** The next scene in which something is done to the very cluster that is on the stage; null once something was. */
export function suggestedScene({
  lesson,
  lessonPosition,
  recording: { run },
  comparison,
}: PlayerState): Scene | null {
  if (run === null || comparison !== null || !isOpeningRun(lesson, run)) return null;
  const later =
    lessonPosition === 'opening'
      ? lesson.scenes
      : lessonPosition === 'closing'
        ? []
        : lesson.scenes.slice(lessonPosition + 1);
  return later.find(({ scenario, commands = [] }) => scenario === undefined && commands.length > 0) ?? null;
}
