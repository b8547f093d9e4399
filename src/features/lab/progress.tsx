/** How far a sweep is: runs, time left, and what went wrong. */
import { useId } from 'react';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './study-panel.module.css';
import type { ShownSweep } from './sweep-store.ts';

export function SweepProgress({ text, sweep }: { readonly text: LabText; readonly sweep: ShownSweep }) {
  const { shown, total, done, leftMs, status } = sweep;
  const id = useId();
  return (
    <div className={styles.progress}>
      <p>
        <strong id={id}>{text.runsOf(done, total)}</strong>
        {status === 'running' && leftMs !== null && (
          <strong>{text.timeLeft(Math.ceil(leftMs / 1_000))}</strong>
        )}
      </p>
      <progress aria-labelledby={id} max={total} value={done} />
      <p className={parts.secondary}>{text.roundsOf(shown.rounds, shown.study.runsPerPoint, shown.points)}</p>
      <div role="status" className={parts.secondary}>
        {status === 'cancelled' && <p>{text.cancelled}</p>}
        {status === 'failed' && <p>{text.failed}</p>}
        {shown.failed > 0 && <p>{text.failedRuns(shown.failed)}</p>}
      </div>
    </div>
  );
}
