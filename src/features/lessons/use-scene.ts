/** Where in the lesson one is. */

import type { LessonPosition } from '../../player/lesson-position.ts';
import { isAtLessonPosition } from '../../player/lesson-state.ts';
import { usePlayer } from '../player-context.ts';

export interface ShownScene {
  /** The situation that was last come to. */
  readonly lessonPosition: LessonPosition;
  /** Whether it is on the stage: false while it is still to come, and once something else has been tried. */
  readonly isReached: boolean;
}

export function useScene(): ShownScene {
  const lessonPosition = usePlayer((player) => player.lessonPosition);
  const isReached = usePlayer(isAtLessonPosition);
  return { lessonPosition, isReached };
}
