/**
 * Places one row below the others: the run of its arrow, its line breaks, its height. No DOM: text is measured by a
 * function.
 */
import type { LaidRow } from './layout-model.ts';
import type { Row } from './model.ts';
import { placeBand } from './place-band.ts';
import { placeFrameRow, placeNoteRow } from './place-imported.ts';
import { placeLoop, placeMessage } from './place-message.ts';
import type { Sheet, Slot } from './sheet.ts';

export function placeRow(row: Row, slot: Slot, sheet: Sheet): LaidRow {
  switch (row.kind) {
    case 'message':
      return row.from === row.to ? placeLoop(row, slot, sheet) : placeMessage(row, slot, sheet);
    case 'band':
      return placeBand(row, slot, sheet);
    case 'note':
      return placeNoteRow(row, slot, sheet);
    case 'frame':
      return placeFrameRow(row, slot, sheet);
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}
