import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import { parseQuery, writeQuery } from './query.ts';
import { selectKeys } from './select-keys.ts';

/** The address of a lesson, or of a place in it. The reader's own choices stay. */
export function lessonAddress(
  search: string,
  lesson: LessonId,
  lessonPosition: LessonPosition = 'opening',
): string {
  const kept = selectKeys(parseQuery(search).query, ({ owner }) => owner === 'reader');
  const scene = lessonPosition === 'opening' ? null : lessonPosition;
  return writeQuery('', { lesson, scene, ...kept });
}
