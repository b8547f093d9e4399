/** All incidents in order. Each is a folder, so adding one takes no line here. */
import type { Lesson } from '../lessons/lesson.ts';
import type { Incident, IncidentId } from './incident.ts';

const modules = import.meta.glob<Incident>('./*/incident.ts', { eager: true, import: 'default' });

export const incidents: readonly Incident[] = Object.values(modules).sort((a, b) => a.order - b.order);

export function incidentById(id: IncidentId): Incident | undefined {
  return incidents.find((incident) => incident.id === id);
}

/** The incident that a lesson is; undefined for any other lesson. */
export function incidentIn(lesson: Lesson): Incident | undefined {
  return lesson.fixed === undefined ? undefined : incidentById(lesson.id);
}
