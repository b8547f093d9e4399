/** The rows near the screen, up to the present step. What is to come is not drawn. */
import { memo } from 'react';
import { type Layout, rowsBetween } from '../../diagram/layout.ts';
import { usePlayer } from '../player-context.ts';
import { BandRow } from './band-row.tsx';
import { FrameRow } from './frame-row.tsx';
import { MessageRow } from './message-row.tsx';
import { NoteRow } from './note-row.tsx';

interface RowsProps {
  readonly layout: Layout;
  readonly step: number;
  readonly visible: { readonly top: number; readonly bottom: number };
}

export const Rows = memo(function Rows({ layout, step, visible }: RowsProps) {
  const isMoving = usePlayer((player) => player.isMoving);
  return rowsBetween(layout.rows, visible.top, visible.bottom).map((row) => {
    if (row.index > step) return null;
    const isPresent = row.index === step;
    const shared = { layout, isPresent, isMoving: isPresent && isMoving };
    switch (row.kind) {
      case 'message':
        return <MessageRow key={row.index} laid={row} {...shared} />;
      case 'band':
        return <BandRow key={row.index} laid={row} {...shared} />;
      case 'note':
        return <NoteRow key={row.index} laid={row} metrics={layout} isPresent={isPresent} />;
      case 'frame':
        return <FrameRow key={row.index} laid={row} metrics={layout} isPresent={isPresent} />;
      default:
        throw new Error(`Unknown row ${row satisfies never}`);
    }
  });
});
