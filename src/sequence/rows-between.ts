/** Finds rows by position. */
import type { LaidRow } from './layout-model.ts';

/** The rows that overlap `top` to `bottom`, by binary search. The cost doesn't depend on the run's length. */
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
