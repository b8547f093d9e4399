/** A note that is a step of its own. */
import type { CSSProperties } from 'react';
import { stackShape } from '../../sequence/geometry/imported-rows.ts';
import { noteShapes } from '../../sequence/geometry/rows.ts';
import type { LaidNoteRow, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';

/** The words of a note over several lifelines follow the scroll position within it. */
function wordsRange({ box, textWidth }: LaidNoteRow): CSSProperties {
  const room = (box.width - textWidth) / 2;
  return {
    '--words-left': `${box.x + room}px`,
    '--words-right': `${box.x + room + textWidth}px`,
    '--shift-min': `${-room}px`,
    '--shift-max': `${room}px`,
  } as CSSProperties;
}

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
      <g className={styles.wordsOfArrow} style={wordsRange(laid)}>
        <Shape shape={text} />
      </g>
    </>
  );
}
