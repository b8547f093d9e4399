/** Where in the lesson one is. */

import { type LessonPosition, presentScene } from '../../player/lesson-position.ts';
import type { Player } from '../../player/player.ts';
import { usePlayer } from '../player-context.ts';

export interface ShownScene {
  /** The situation that was last come to. */
  readonly lessonPosition: LessonPosition;
  /** Whether it is on the stage: false while it is still to come, and once something else has been tried. */
  readonly isReached: boolean;
}

export function useScene(): ShownScene {
  const lessonPosition = usePlayer((player) => player.lessonPosition);
  const isReached = usePlayer(isAtPosition);
  return { lessonPosition, isReached };
}

function isAtPosition({ lesson, lessonPosition, recording, step, comparison }: Player): boolean {
  if (lessonPosition === 'opening') return true;
  if (lessonPosition === 'closing')
    return comparison !== null && comparison.variant === lesson.closing.compareWith;
  const scene = recording.run === null ? null : presentScene(lesson, recording.run, step);
  return scene !== null && lesson.scenes[lessonPosition] === scene;
}
