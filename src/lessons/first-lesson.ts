/** The lesson that the page opens with when nobody asks for another one: the only one that it must have at once. */
import { clerk } from './clerk.ts';
import type { Lesson } from './lesson.ts';

export const firstLesson: Lesson = clerk;
