/** The order in which a picture's rows are painted. */
import type { LaidRow } from '../layout-model.ts';

/** Arrows aslant cross the rows above them, whose words stay legible in front of them. */
export function behindFirst(rows: readonly LaidRow[]): readonly LaidRow[] {
  const isAslant = (row: LaidRow) => row.kind === 'message' && row.rise > 0;
  return [...rows.filter(isAslant).reverse(), ...rows.filter((row) => !isAslant(row))];
}
