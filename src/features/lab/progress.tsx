/** How far a sweep is: runs, time left, and what went wrong. */
import { useId } from 'react';
import type { SweepState } from '../../lab/pool.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './study-panel.module.css';

export function SweepProgress({ text, sweep }: { readonly text: LabText; readonly sweep: SweepState }) {
  const { results, total, done, leftMs, status } = sweep;
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
      <p className={parts.secondary}>
        {text.roundsOf(results.rounds, results.study.runsPerPoint, results.points)}
      </p>
      <div role="status" className={parts.secondary}>
        {status === 'cancelled' && <p>{text.cancelled}</p>}
        {status === 'failed' && <p>{text.failed}</p>}
        {results.failed > 0 && <p>{text.failedRuns(results.failed)}</p>}
      </div>
    </div>
  );
}
