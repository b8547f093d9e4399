/** One message: an arrow with its words. The present reply's words stand on the arrow, where nobody misses them. */
import * as m from 'framer-motion/m';
import { memo } from 'react';
import {
  LABEL_GAP_EM,
  type LaidMessage,
  type LaidNote,
  type Layout,
  NOTE_FONT,
} from '../../diagram/layout.ts';
import { ArrowHeads, LoopShaft } from './arrow-heads.tsx';
import styles from './drawing.module.css';
import { TextLines } from './text-lines.tsx';
import { useArrival, useTravelSeconds } from './use-arrival.ts';

interface MessageRowProps {
  readonly laid: LaidMessage;
  readonly layout: Layout;
  readonly isPresent: boolean;
  readonly isMoving: boolean;
}

export const MessageRow = memo(function MessageRow({ laid, layout, isPresent, isMoving }: MessageRowProps) {
  const { row } = laid;
  const isPill = isPresent && row.line === 'dashed' && laid.loop === null;
  const labelY = laid.y - LABEL_GAP_EM * layout.fontPx - (laid.lines.length * layout.lineHeight) / 2;
  return (
    <g className={styles.message} data-tone={row.tone} data-present={isPresent} data-row={laid.index}>
      {isMoving && laid.loop === null ? (
        <TravellingArrow laid={laid} layout={layout} />
      ) : (
        <Arrow laid={laid} layout={layout} />
      )}
      {!row.arrives && !isMoving && <Cross laid={laid} layout={layout} />}
      {isPill ? (
        <Pill laid={laid} layout={layout} isMoving={isMoving} />
      ) : (
        <TextLines
          className={styles.label}
          lines={laid.lines}
          x={laid.pill.x + laid.pill.width / 2}
          y={labelY}
          fontPx={layout.fontPx}
          lineHeight={layout.lineHeight}
        />
      )}
      {laid.notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's notes keep their order.
        <NoteBox key={index} note={note} layout={layout} isMoving={isMoving} />
      ))}
    </g>
  );
});

interface PartProps {
  readonly laid: LaidMessage;
  readonly layout: Layout;
}

function Arrow({ laid, layout }: PartProps) {
  return (
    <>
      {laid.loop === null ? <Shaft laid={laid} /> : <LoopShaft laid={laid} />}
      {laid.row.arrives && <ArrowHeads laid={laid} metrics={layout} />}
    </>
  );
}

function Shaft({ laid: { row, x1, x2, y } }: Pick<PartProps, 'laid'>) {
  return <line className={styles.arrow} data-line={row.line} x1={x1} x2={x2} y1={y} y2={y} />;
}

/** Where a message stopped. */
function Cross({ laid, layout }: PartProps) {
  const arm = 0.42 * layout.fontPx;
  const { x2: x, y } = laid;
  return (
    <path
      className={styles.cross}
      d={`M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x - arm} ${y + arm}L${x + arm} ${y - arm}`}
    />
  );
}

/** The line is drawn behind a packet that travels along it. */
function TravellingArrow({ laid, layout }: PartProps) {
  const seconds = useTravelSeconds();
  const travel = { duration: seconds, ease: 'easeInOut' } as const;
  return (
    <>
      <m.g
        initial={{ scaleX: 0 }}
        animate={{ scaleX: 1 }}
        transition={travel}
        style={{ transformBox: 'view-box', originX: `${laid.x1}px`, originY: `${laid.y}px` }}
      >
        <Shaft laid={laid} />
      </m.g>
      <m.circle
        className={styles.packet}
        cy={laid.y}
        r={0.42 * layout.fontPx}
        initial={{ x: laid.x1 }}
        animate={{ x: laid.x2 }}
        transition={travel}
      />
    </>
  );
}

function Pill({ laid, layout, isMoving }: PartProps & { readonly isMoving: boolean }) {
  const { x, y, width, height } = laid.pill;
  const { delay, duration } = useArrival();
  return (
    <m.g
      key={String(isMoving)}
      initial={isMoving ? { opacity: 0, scale: 0.9 } : false}
      animate={{ opacity: 1, scale: 1, transition: { delay, duration, opacity: { delay, duration: 0 } } }}
    >
      <rect
        className={styles.pill}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(height / 2, 1.3 * layout.fontPx)}
      />
      <TextLines
        className={styles.pillText}
        lines={laid.lines}
        x={x + width / 2}
        y={y + height / 2}
        fontPx={layout.fontPx}
        lineHeight={layout.lineHeight}
      />
    </m.g>
  );
}

interface NoteBoxProps {
  readonly note: LaidNote;
  readonly layout: Layout;
  readonly isMoving: boolean;
}

function NoteBox({ note, layout, isMoving }: NoteBoxProps) {
  const { delay, duration } = useArrival();
  const { x, y, width, height } = note.box;
  return (
    <m.g
      key={String(isMoving)}
      className={styles.note}
      data-tone={note.tone}
      initial={isMoving ? { opacity: 0 } : false}
      animate={{ opacity: 1, transition: { delay, duration } }}
    >
      <rect x={x} y={y} width={width} height={height} rx={0.45 * layout.fontPx} />
      <TextLines
        lines={note.lines}
        x={x + width / 2}
        y={y + height / 2}
        fontPx={layout.fontPx * NOTE_FONT}
        lineHeight={layout.lineHeight * NOTE_FONT}
      />
    </m.g>
  );
}
