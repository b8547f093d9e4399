/** Which scenes have been seen, on this device. */
import { createContext, useContext } from 'react';
import type { Lesson, LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';

export interface Progress {
  /** The IDs of the scenes that were come to; `closing` among them. */
  reached(lesson: LessonId): ReadonlySet<string>;
  reach(lesson: Lesson, lessonPosition: LessonPosition): void;
}

const nowhere: Progress = { reached: () => new Set(), reach: () => {} };

const ProgressContext = createContext<Progress>(nowhere);

export const ProgressProvider = ProgressContext.Provider;

/** Where nobody keeps it, nothing has been seen. */
export function useProgress(): Progress {
  return useContext(ProgressContext);
}
