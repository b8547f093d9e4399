/** What draws an imported diagram beyond what a run has. */
import { importedRules } from '../../sequence/imported-rules.ts';
import type { LaidFrameRow, LaidNoteRow, Metrics } from '../../sequence/layout-model.ts';
import { chooseRow } from './choose-row.ts';
import { FrameRow } from './frame-row.tsx';
import { FutureBars } from './future-bars.tsx';
import { ImportedSpans } from './imported-spans.tsx';
import { NoteRow } from './note-row.tsx';

export interface ImportedRowProps {
  readonly laid: LaidNoteRow | LaidFrameRow;
  readonly metrics: Metrics;
}

function Row({ laid, metrics }: ImportedRowProps) {
  return laid.kind === 'note' ? (
    <NoteRow laid={laid} metrics={metrics} />
  ) : (
    <FrameRow laid={laid} metrics={metrics} />
  );
}

export const importedDrawing = { rules: importedRules, Spans: ImportedSpans, FutureBars, Row, chooseRow };

export type ImportedDrawing = typeof importedDrawing;
