/** What draws crashes, restarts, and what only imported diagrams have. */
import { furtherRules } from '../../sequence/further-rules.ts';
import type { LaidMessage, LaidRow, Metrics } from '../../sequence/layout-model.ts';
import { BandRow } from './band-row.tsx';
import { chooseRow } from './choose-row.ts';
import { FrameRow } from './frame-row.tsx';
import { FutureBars } from './future-bars.tsx';
import { ImportedSpans } from './imported-spans.tsx';
import { NoteRow } from './note-row.tsx';

export interface FurtherRowProps {
  readonly laid: Exclude<LaidRow, LaidMessage>;
  readonly metrics: Metrics;
  readonly isMoving: boolean;
}

function Row({ laid, metrics, isMoving }: FurtherRowProps) {
  switch (laid.kind) {
    case 'band':
      return <BandRow laid={laid} metrics={metrics} isMoving={isMoving} />;
    case 'note':
      return <NoteRow laid={laid} metrics={metrics} />;
    case 'frame':
      return <FrameRow laid={laid} metrics={metrics} />;
    default:
      throw new Error(`Unknown row ${laid satisfies never}`);
  }
}

export const furtherDrawing = { rules: furtherRules, Spans: ImportedSpans, FutureBars, Row, chooseRow };

export type FurtherDrawing = typeof furtherDrawing;
