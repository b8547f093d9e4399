/** Where in the lesson one is. */

import { presentScene, type Stop } from '../../player/lesson-position.ts';
import type { Player } from '../../player/player.ts';
import { usePlayer } from '../player-context.ts';

export interface ShownScene {
  /** The situation that was last come to. */
  readonly stop: Stop;
  /** Whether it is on the stage: false while it is still to come, and once something else has been tried. */
  readonly isReached: boolean;
}

export function useScene(): ShownScene {
  const stop = usePlayer((player) => player.stop);
  const isReached = usePlayer(isAtStop);
  return { stop, isReached };
}

function isAtStop({ lesson, stop, recording, step, comparison }: Player): boolean {
  if (stop === 'opening') return true;
  if (stop === 'closing') return comparison !== null && comparison.variant === lesson.closing.compareWith;
  const scene = recording.run === null ? null : presentScene(lesson, recording.run, step);
  return scene !== null && lesson.scenes[stop] === scene;
}
