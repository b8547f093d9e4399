/** All lessons. They are taught in the order of their ids. */
import { clerk } from './clerk.ts';
import { type Lesson, type LessonId, lessonIds } from './lesson.ts';

const byId: Readonly<Record<LessonId, Lesson>> = { clerk };

export const lessons: readonly Lesson[] = lessonIds.map((id) => byId[id]);

export const firstLesson: Lesson = clerk;

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
