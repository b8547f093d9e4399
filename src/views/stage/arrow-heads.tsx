/** What stands at the ends of a message's line. */
import type { LaidMessage, Metrics } from '../../diagram/layout-model.ts';
import styles from './drawing.module.css';

interface ArrowHeadsProps {
  readonly laid: LaidMessage;
  readonly metrics: Pick<Metrics, 'fontPx'>;
}

export function ArrowHeads({ laid, metrics: { fontPx } }: ArrowHeadsProps) {
  const { row, x1, x2, y, loop } = laid;
  const end = loop === null ? { x: x2, y, direction: Math.sign(x2 - x1) } : loopEnd(laid);
  const begin = { x: x1, y, direction: loop === null ? Math.sign(x1 - x2) : -Math.sign(loop.x - x1) };
  const { head = 'arrow' } = row;
  switch (head) {
    case 'arrow':
      return <Head {...end} fontPx={fontPx} />;
    case 'back':
      return <Head {...begin} fontPx={fontPx} />;
    case 'both':
      return (
        <>
          <Head {...begin} fontPx={fontPx} />
          <Head {...end} fontPx={fontPx} />
        </>
      );
    case 'point':
      return <circle className={styles.packet} cx={end.x} cy={end.y} r={0.24 * fontPx} />;
    case 'none':
      return null;
    default:
      throw new Error(`Unknown head ${head satisfies never}`);
  }
}

/** A message to oneself comes back below where it went out. */
function loopEnd({ x2, y, loop }: LaidMessage) {
  return { x: x2, y: y + (loop?.drop ?? 0), direction: -Math.sign((loop?.x ?? 0) - x2) };
}

interface HeadProps {
  readonly x: number;
  readonly y: number;
  /** 1 when it points to the right, -1 to the left. */
  readonly direction: number;
  readonly fontPx: number;
}

function Head({ x, y, direction, fontPx }: HeadProps) {
  const back = x - direction * 0.5 * fontPx;
  const side = 0.31 * fontPx;
  return (
    <polyline className={styles.arrowHead} points={`${back},${y - side} ${x},${y} ${back},${y + side}`} />
  );
}

/** The line of a message to its own sender. */
export function LoopShaft({ laid: { row, x1, y, loop } }: { readonly laid: LaidMessage }) {
  if (loop === null) return null;
  const path = `M${x1} ${y}H${loop.x}V${y + loop.drop}H${x1}`;
  return <path className={styles.arrow} data-line={row.line} fill="none" d={path} />;
}
