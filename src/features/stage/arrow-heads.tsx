/** What stands at the ends of a message's line. */
import { headPaths } from '../../sequence/arrow-heads.ts';
import type { LaidMessage, Metrics } from '../../sequence/layout-model.ts';
import styles from './canvas.module.css';

interface ArrowHeadsProps {
  readonly laid: LaidMessage;
  readonly metrics: Pick<Metrics, 'fontPx'>;
}

export function ArrowHeads({ laid, metrics: { fontPx } }: ArrowHeadsProps) {
  return headPaths(laid, fontPx).map(({ d, isFilled }) => (
    <path key={d} className={styles.arrowHead} data-filled={isFilled || undefined} d={d} />
  ));
}

/** The line of a message to its own sender. */
export function LoopShaft({ laid: { row, x1, y, loop } }: { readonly laid: LaidMessage }) {
  if (loop === null) return null;
  const path = `M${x1} ${y}H${loop.x}V${y + loop.drop}H${x1}`;
  return <path className={styles.arrow} data-line={row.line} fill="none" d={path} />;
}
