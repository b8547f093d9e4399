/** Finds rows by where they stand. */
import type { LaidRow } from './layout-model.ts';

/** The rows that touch the stretch from `top` to `bottom`, found by halving: the cost does not depend on the run's length. */
export function rowsBetween(rows: readonly LaidRow[], top: number, bottom: number): readonly LaidRow[] {
  const first = firstIndex(rows, (row) => row.top + row.height > top);
  const past = firstIndex(rows, (row) => row.top >= bottom);
  return rows.slice(first, past);
}

function firstIndex(rows: readonly LaidRow[], holds: (row: LaidRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
