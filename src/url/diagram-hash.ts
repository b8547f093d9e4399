/** Where an address has the code of an imported diagram. */
export const DIAGRAM_PREFIX = '#diagram=';

/** Of a diagram that only this browser has. */
export const KEPT_PREFIX = 'kept.';

export function diagramCodeIn(hash: string): string | null {
  return hash.startsWith(DIAGRAM_PREFIX) ? hash.slice(DIAGRAM_PREFIX.length) : null;
}
