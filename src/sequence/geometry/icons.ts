/** Icons beside names, as strokes on a square of 24. */
import type { Participant } from '../model.ts';

/** Side of the square that icons are drawn on. */
export const ICON_GRID = 24;
/** Stroke width on that square. */
export const ICON_STROKE = 2;

const person =
  'M16 7.5a4 4 0 1 1-8 0a4 4 0 1 1 8 0M4.5 21v-1a4.5 4.5 0 0 1 4.5-4.5h6a4.5 4.5 0 0 1 4.5 4.5v1';

const roleIcons: Partial<Record<Participant['role'], string>> = {
  client: person,
  person,
  'load-balancer': 'M20 7H4M8 3L4 7L8 11M4 17H20M16 13L20 17L16 21',
};

/** Null for a participant that has only a name. */
export function iconOf({ role, drawn }: Participant): string | null {
  return drawn?.sign?.path ?? roleIcons[role] ?? null;
}
