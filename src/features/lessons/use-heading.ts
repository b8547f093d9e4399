/** The heading of a position in the present lesson. */
import type { LessonPosition } from '../../player/lesson-position.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';

/** @returns null without a position, and until the lesson's words have loaded. */
export function useHeading(position: LessonPosition | null): string | null {
  const { loadLessonWords, scenes } = useText();
  const lesson = usePlayer((player) => player.lesson);
  const words = useLoaded(loadLessonWords)?.[lesson.id];
  if (position === null || words === undefined) return null;
  if (typeof position === 'string') return scenes[position];
  const id = lesson.scenes[position]?.id;
  return id === undefined ? null : (words.scenes[id]?.heading ?? null);
}
