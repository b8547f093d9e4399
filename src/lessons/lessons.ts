/** All lessons, in the order in which they are taught. Each is a folder: adding one takes no line here. */
import type { Lesson } from './lesson.ts';

const modules = import.meta.glob<Lesson>('./*/lesson.ts', { eager: true, import: 'default' });

export const lessons: readonly Lesson[] = Object.values(modules).sort((a, b) => a.order - b.order);

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
