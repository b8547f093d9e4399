/**
 * Places one row below the others: the run of its arrow, its line breaks, its height. No DOM: text is measured by a
 * function.
 */
import type { ImportedRules } from './imported-rules.ts';
import type { LaidRow } from './layout-model.ts';
import type { Row } from './model.ts';
import { placeBand } from './place-band.ts';
import { placeLoop, placeMessage } from './place-message.ts';
import type { Sheet, Slot } from './sheet.ts';

export function placeRow(row: Row, slot: Slot, sheet: Sheet, rules: ImportedRules | null): LaidRow {
  switch (row.kind) {
    case 'message':
      return row.from === row.to ? placeLoop(row, slot, sheet) : placeMessage(row, slot, sheet);
    case 'band':
      return placeBand(row, slot, sheet);
    case 'note':
    case 'frame':
      if (rules === null) throw new Error(`A run has no ${row.kind} as a row.`);
      return rules.placeRow(row, slot, sheet);
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}
