import type { IncidentId } from '../incidents/incident.ts';
import type { LessonId } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import { parseQuery, writeQuery } from './query.ts';
import { selectKeys } from './select-keys.ts';

/** The address of a lesson, or of a position in it. The reader's own choices stay. */
export function lessonAddress(
  search: string,
  lesson: LessonId,
  lessonPosition: LessonPosition = 'opening',
): string {
  const kept = selectKeys(parseQuery(search).query, ({ owner }) => owner === 'reader');
  const scene = lessonPosition === 'opening' ? null : lessonPosition;
  return writeQuery('', { lesson, scene, ...kept });
}

/** The address of an incident, before its fix. The reader's own choices stay. */
export function incidentAddress(search: string, incident: IncidentId): string {
  return writeQuery('', {
    incident,
    ...selectKeys(parseQuery(search).query, ({ owner }) => owner === 'reader'),
  });
}
