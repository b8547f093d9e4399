/** All positions of the present lesson with their headings. */
import type { LessonPosition } from '../../../player/lesson-position.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';

interface LessonScene {
  readonly position: LessonPosition;
  readonly heading: string;
}

export function useScenes(): readonly LessonScene[] {
  const text = useText();
  const lesson = usePlayer((player) => player.lesson);
  const words = useLoaded(text.loadLessonWords)?.[lesson.id];
  return [
    { position: 'opening', heading: text.scenes.opening },
    ...lesson.scenes.map(({ id }, position) => ({ position, heading: words?.scenes[id]?.heading ?? id })),
    { position: 'closing', heading: text.scenes.closing },
  ];
}
