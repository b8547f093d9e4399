/** On demand: why the present step came out as it did. */
import { memo, useMemo } from 'react';
import type { Player } from '../../player/player.ts';
import { wholeOf, wholeRow } from '../../player/recording.ts';
import { explain } from '../../sequence/explain.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './message-panel.module.css';

export const Why = memo(function Why({ recording, step }: Pick<Player, 'recording' | 'step'>) {
  const text = useText();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const showsCauses = usePlayer((player) => player.showsCauses);
  const dispatch = useDispatch();
  const { run } = wholeOf(recording);
  const at = wholeRow(recording, step);
  const words = useMemo(() => (run === null ? null : explain(run, at, phrasebook)), [run, at, phrasebook]);
  if (words === null) return null;
  return (
    <details className={styles.why} data-why>
      <summary>{text.why}</summary>
      <p>{words}</p>
      <button
        type="button"
        className={styles.causes}
        aria-pressed={showsCauses}
        onClick={() => dispatch({ kind: 'toggle-causes' })}
      >
        {text.showCauses}
      </button>
    </details>
  );
});
