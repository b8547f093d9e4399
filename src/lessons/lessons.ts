/** All lessons, in the order in which they are taught. */
import { clerk } from './clerk.ts';
import type { Lesson } from './lesson.ts';

export const lessons = [clerk] as const satisfies readonly Lesson[];

export const firstLesson: Lesson = clerk;

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
