/** One message: an arrow with its words. The present reply's words stand on the arrow, where they're most visible. */
import type { CSSProperties } from 'react';
import { type MessageShapes, messageShapes } from '../../sequence/geometry/rows.ts';
import { textBlock } from '../../sequence/geometry/shapes.ts';
import { PACKET_EM } from '../../sequence/geometry/sizes.ts';
import type { LaidMessage, Metrics } from '../../sequence/layout-model.ts';
import { useMoving } from '../../ui/motion/motion-context.ts';
import { Arriving } from './arriving.tsx';
import styles from './canvas.module.css';
import { Shape } from './shape.tsx';
import { useTravelSeconds } from './use-arrival.ts';

interface MessageRowProps {
  readonly laid: LaidMessage;
  readonly metrics: Metrics;
  readonly isMoving: boolean;
  /** The first reply in which two compared strategies differ. */
  readonly differs: boolean;
}

export function MessageRow({ laid, metrics, isMoving, differs }: MessageRowProps) {
  const shapes = messageShapes(laid, metrics);
  const { label, pill, notes, cross } = shapes;
  return (
    <>
      {differs && <Difference laid={laid} metrics={metrics} />}
      {isMoving && laid.loop === null ? (
        <TravellingArrow laid={laid} shapes={shapes} fontPx={metrics.fontPx} />
      ) : (
        <>
          <Shaft laid={laid} shapes={shapes} />
          {shapes.heads.map(({ d, isFilled, transform }) => (
            <path
              key={d}
              className={styles.arrowHead}
              data-filled={isFilled || undefined}
              d={d}
              transform={transform}
            />
          ))}
        </>
      )}
      {cross !== null && !isMoving && <Shape className={styles.cross} shape={cross} />}
      {/* Both are laid out; CSS decides which one is visible. */}
      {pill !== null && (
        <g className={styles.whilePresent}>
          <Arriving isMoving={isMoving} scale={0.9}>
            <Shape className={styles.pill} shape={pill.ground} />
            <Shape className={styles.pillText} shape={pill.text} />
          </Arriving>
        </g>
      )}
      {laid.row.head === undefined ? (
        <Shape
          className={pill === null ? styles.label : `${styles.label} ${styles.whilePast}`}
          shape={label}
        />
      ) : (
        <g className={styles.wordsOfArrow} style={wordsRange(laid)}>
          <Shape className={styles.label} shape={label} />
        </g>
      )}
      {notes.map(({ ground, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's notes keep their order.
        <Arriving key={index} isMoving={isMoving}>
          <g className={styles.note} data-tone={laid.notes[index]?.tone}>
            <Shape shape={ground} />
            <Shape shape={text} />
          </g>
        </Arriving>
      ))}
    </>
  );
}

/** Where the words of an arrow are, and between which ends they can follow the scroll position. */
function wordsRange({ pill, x1, x2, loop }: LaidMessage): CSSProperties {
  const [left, right] = [pill.x, pill.x + pill.width];
  const ends = loop === null ? [Math.min(x1, x2), Math.max(x1, x2)] : [left, right];
  return {
    '--words-left': `${left}px`,
    '--words-right': `${right}px`,
    '--shift-min': `${Math.min(0, (ends[0] ?? left) - left)}px`,
    '--shift-max': `${Math.max(0, (ends[1] ?? right) - right)}px`,
  } as CSSProperties;
}

interface ArrowProps {
  readonly laid: LaidMessage;
  readonly shapes: MessageShapes;
}

function Shaft({ laid, shapes }: ArrowProps) {
  return <path className={styles.arrow} data-line={laid.row.line} d={shapes.shaft.d} />;
}

/** The line is drawn behind a packet that travels along it. */
function TravellingArrow({ laid, shapes, fontPx }: ArrowProps & Pick<Metrics, 'fontPx'>) {
  const { Group, Circle } = useMoving();
  const seconds = useTravelSeconds();
  const travel = { duration: seconds, ease: 'easeInOut' } as const;
  return (
    <>
      <Group
        initial={{ transform: `scale(0, ${laid.rise === 0 ? 1 : 0})` }}
        animate={{ transform: 'scale(1, 1)' }}
        transition={travel}
        style={{ transformBox: 'view-box', originX: `${laid.x1}px`, originY: `${laid.y - laid.rise}px` }}
      >
        <Shaft laid={laid} shapes={shapes} />
      </Group>
      <Circle
        className={styles.packet}
        cy={laid.y}
        r={PACKET_EM * fontPx}
        initial={{ transform: `translate(${laid.x1}px, ${-laid.rise}px)` }}
        animate={{ transform: `translate(${laid.x2}px, 0px)` }}
        transition={travel}
      />
    </>
  );
}

interface DifferenceProps {
  readonly laid: LaidMessage;
  readonly metrics: Metrics;
}

/** A frame around the row, with a sign that doesn't depend on colour. */
function Difference({ laid: { top, height, y }, metrics: { width, fontPx, lineHeight } }: DifferenceProps) {
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
      <Shape shape={textBlock(['≠'], { x: 1.2 * fontPx, middle: y, fontPx: 1.3 * fontPx, lineHeight })} />
    </g>
  );
}
