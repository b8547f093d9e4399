/** Icons of an imported diagram's participants, drawn like those of `icons.ts`. */
import type { ParticipantShape } from '../imported-diagram.ts';

/** UML's shapes, and Mermaid's additions. */
export const shapeIcons: Readonly<Record<Exclude<ParticipantShape, 'participant' | 'actor'>, string>> = {
  boundary: 'M2 6V18M2 12H8M22 12a7 7 0 1 1-14 0a7 7 0 1 1 14 0',
  control: 'M19 14a7 7 0 1 1-14 0a7 7 0 1 1 14 0M15 3L11.5 7L15.5 10',
  entity: 'M19 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0M5 21H19',
  database: 'M4 6a8 3 0 1 0 16 0a8 3 0 1 0-16 0V18a8 3 0 0 0 16 0V6',
  collections: 'M3 8H17V21H3ZM7 8V3H21V16H17',
  queue: 'M18 6a3 6 0 1 0 0 12a3 6 0 1 0 0-12H6a3 6 0 0 0 0 12H18',
};
