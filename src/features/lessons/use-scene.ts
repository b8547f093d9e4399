/** The reader's position in the lesson. */

import type { LessonPosition } from '../../player/lesson-position.ts';
import { isAtLessonPosition } from '../../player/lesson-state.ts';
import { usePlayer } from '../player-context.ts';

export interface ShownScene {
  /** The position that was last reached. */
  readonly lessonPosition: LessonPosition;
  /** Whether it's on the stage: false before it's reached, and once something else was tried. */
  readonly isReached: boolean;
}

export function useScene(): ShownScene {
  const lessonPosition = usePlayer((player) => player.lessonPosition);
  const isReached = usePlayer(isAtLessonPosition);
  return { lessonPosition, isReached };
}
