/** A note that is a step of its own. */
import { noteShapes, stackShape } from '../../sequence/geometry/rows.ts';
import type { LaidNoteRow, Metrics } from '../../sequence/layout-model.ts';
import { Shape } from './shape.tsx';

interface NoteRowProps {
  readonly laid: LaidNoteRow;
  readonly metrics: Metrics;
}

export function NoteRow({ laid, metrics }: NoteRowProps) {
  const { ground, text } = noteShapes(laid, metrics);
  const stack = stackShape(laid, metrics);
  return (
    <>
      {stack !== null && <Shape shape={stack} />}
      <Shape shape={ground} />
      <Shape shape={text} />
    </>
  );
}
