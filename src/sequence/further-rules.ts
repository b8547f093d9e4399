/**
 * Lays out what the run that the page opens with doesn't have: crashes and restarts, and in imported diagrams columns of
 * different widths, frames, and notes that are rows.
 */
import { placeColumns } from './imported-columns.ts';
import type { LaidRow } from './layout-model.ts';
import type { MessageRow, Row } from './model.ts';
import { placeBand } from './place-band.ts';
import { placeFrames } from './place-frames.ts';
import { placeFrameRow, placeNoteRow } from './place-imported.ts';
import type { Sheet, Slot } from './sheet.ts';

function placeRow(row: Exclude<Row, MessageRow>, slot: Slot, sheet: Sheet): LaidRow {
  switch (row.kind) {
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

export const furtherRules = { placeColumns, placeFrames, placeRow };

export type FurtherRules = typeof furtherRules;
