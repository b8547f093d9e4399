/** Where in the guide one is, and how to get about in it. */
import { createContext, useContext } from 'react';
import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import type { GuidePlace } from '../url/guide-pages.ts';

export interface Guide {
  /** Null while the stage is shown. */
  readonly place: GuidePlace | null;
  go(place: GuidePlace): void;
  /** Back to the stage. */
  close(): void;
  /** To the stage, with another run on it. */
  openLesson(lesson: LessonId, lessonPosition: LessonPosition): void;
}

const GuideContext = createContext<Guide | null>(null);

export const GuideProvider = GuideContext.Provider;

export function useGuide(): Guide {
  const guide = useContext(GuideContext);
  if (guide === null) throw new Error('There is no GuideProvider around this view.');
  return guide;
}
