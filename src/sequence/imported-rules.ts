/** Lays out what only imported diagrams have: columns of different widths, frames, and notes that are rows. */
import { placeColumns } from './imported-columns.ts';
import type { LaidRow } from './layout-model.ts';
import type { FrameRow, NoteRow } from './model.ts';
import { placeFrames } from './place-frames.ts';
import { placeFrameRow, placeNoteRow } from './place-imported.ts';
import type { Sheet, Slot } from './sheet.ts';

export const importedRules = {
  placeColumns,
  placeFrames,
  placeRow: (row: NoteRow | FrameRow, slot: Slot, sheet: Sheet): LaidRow =>
    row.kind === 'note' ? placeNoteRow(row, slot, sheet) : placeFrameRow(row, slot, sheet),
};

export type ImportedRules = typeof importedRules;
