/** One message: an arrow with its words. The present reply's words stand on the arrow, where nobody misses them. */
import { cross } from '../../sequence/arrow-heads.ts';
import {
  LABEL_GAP_EM,
  type LaidMessage,
  type LaidNote,
  type Metrics,
  NOTE_FONT,
} from '../../sequence/layout-model.ts';
import { useMoving } from '../../ui/motion/motion-context.ts';
import { Arriving } from './arriving.tsx';
import { ArrowHeads, LoopShaft } from './arrow-heads.tsx';
import styles from './canvas.module.css';
import { TextLines } from './text-lines.tsx';
import { useTravelSeconds } from './use-arrival.ts';

interface MessageRowProps {
  readonly laid: LaidMessage;
  readonly metrics: Metrics;
  readonly isMoving: boolean;
  /** The first reply in which two compared strategies differ. */
  readonly differs: boolean;
}

export function MessageRow({ laid, metrics, isMoving, differs }: MessageRowProps) {
  const { row } = laid;
  const isPill = row.line === 'dashed' && laid.loop === null;
  const labelY = laid.y - LABEL_GAP_EM * metrics.fontPx - (laid.lines.length * metrics.lineHeight) / 2;
  return (
    <>
      {differs && <Difference laid={laid} metrics={metrics} />}
      {isMoving && laid.loop === null ? (
        <TravellingArrow laid={laid} metrics={metrics} />
      ) : (
        <Arrow laid={laid} metrics={metrics} />
      )}
      {!row.arrives && !isMoving && <Cross laid={laid} metrics={metrics} />}
      {/* Both are laid out; which of them is seen is a matter of style alone. */}
      {isPill && (
        <g className={styles.whilePresent}>
          <Arriving isMoving={isMoving} scale={0.9}>
            <Pill laid={laid} metrics={metrics} />
          </Arriving>
        </g>
      )}
      <TextLines
        className={isPill ? `${styles.label} ${styles.whilePast}` : styles.label}
        lines={laid.lines}
        x={laid.pill.x + laid.pill.width / 2}
        y={labelY}
        fontPx={metrics.fontPx}
        lineHeight={metrics.lineHeight}
      />
      {laid.notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's notes keep their order.
        <Arriving key={index} isMoving={isMoving}>
          <NoteBox note={note} metrics={metrics} />
        </Arriving>
      ))}
    </>
  );
}

interface PartProps {
  readonly laid: LaidMessage;
  readonly metrics: Metrics;
}

function Arrow({ laid, metrics }: PartProps) {
  return (
    <>
      {laid.loop === null ? shaftOf(laid) : <LoopShaft laid={laid} />}
      {laid.row.arrives && <ArrowHeads laid={laid} metrics={metrics} />}
    </>
  );
}

function shaftOf({ row, x1, x2, y }: LaidMessage) {
  return <line className={styles.arrow} data-line={row.line} x1={x1} x2={x2} y1={y} y2={y} />;
}

/** Where a message stopped. */
function Cross({ laid, metrics }: PartProps) {
  return <path className={styles.cross} d={cross(laid.x2, laid.y, 0.42 * metrics.fontPx)} />;
}

/** The line is drawn behind a packet that travels along it. */
function TravellingArrow({ laid, metrics }: PartProps) {
  const { Group, Circle } = useMoving();
  const seconds = useTravelSeconds();
  const travel = { duration: seconds, ease: 'easeInOut' } as const;
  return (
    <>
      <Group
        initial={{ scaleX: 0 }}
        animate={{ scaleX: 1 }}
        transition={travel}
        style={{ transformBox: 'view-box', originX: `${laid.x1}px`, originY: `${laid.y}px` }}
      >
        {shaftOf(laid)}
      </Group>
      <Circle
        className={styles.packet}
        cy={laid.y}
        r={0.42 * metrics.fontPx}
        initial={{ x: laid.x1 }}
        animate={{ x: laid.x2 }}
        transition={travel}
      />
    </>
  );
}

function Pill({ laid, metrics }: PartProps) {
  const { x, y, width, height } = laid.pill;
  return (
    <>
      <rect
        className={styles.pill}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(height / 2, 1.3 * metrics.fontPx)}
      />
      <TextLines
        className={styles.pillText}
        lines={laid.lines}
        x={x + width / 2}
        y={y + height / 2}
        fontPx={metrics.fontPx}
        lineHeight={metrics.lineHeight}
      />
    </>
  );
}

/** A frame around the row, with a sign that needs no colour. */
function Difference({ laid: { top, height, y }, metrics: { width, fontPx, lineHeight } }: PartProps) {
  const inset = 0.3 * fontPx;
  return (
    <g className={styles.difference}>
      <rect
        x={inset}
        y={top + inset / 2}
        width={width - 2 * inset}
        height={height - inset}
        rx={0.6 * fontPx}
      />
      <TextLines lines={['≠']} x={1.2 * fontPx} y={y} fontPx={1.3 * fontPx} lineHeight={lineHeight} />
    </g>
  );
}

interface NoteBoxProps {
  readonly note: LaidNote;
  readonly metrics: Metrics;
}

function NoteBox({ note, metrics }: NoteBoxProps) {
  const { x, y, width, height } = note.box;
  return (
    <g className={styles.note} data-tone={note.tone}>
      <rect x={x} y={y} width={width} height={height} rx={0.45 * metrics.fontPx} />
      <TextLines
        lines={note.lines}
        x={x + width / 2}
        y={y + height / 2}
        fontPx={metrics.fontPx * NOTE_FONT}
        lineHeight={metrics.lineHeight * NOTE_FONT}
      />
    </g>
  );
}
