/** All lessons in teaching order. Each is a folder, so adding one takes no line here. */
import type { Lesson } from './lesson.ts';

const modules = import.meta.glob<Lesson>('./*/lesson.ts', { eager: true, import: 'default' });

export const lessons: readonly Lesson[] = Object.values(modules).sort((a, b) => a.order - b.order);

/** The lesson for any run: its reader builds it. */
export const sandbox: Lesson | undefined = lessons.find(({ panel }) => panel === 'builder');

export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
