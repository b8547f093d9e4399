/** The lesson that the page opens with unless a link names another one: the only one in the first load. */
import clerk from './clerk/lesson.ts';
import type { Lesson } from './lesson.ts';

export const firstLesson: Lesson = clerk;
