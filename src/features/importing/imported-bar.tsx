/** In place of a run's modes while an imported diagram is on the stage: the way back to the run. */
import { Undo2 } from 'lucide-react';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';

export function ImportedBar() {
  const { opening } = useText();
  const dispatch = useDispatch();
  const isShown = usePlayer((player) => player.recording.imported !== null);
  if (!isShown) return null;
  return (
    <button type="button" className={styles.back} onClick={() => dispatch({ kind: 'close-imported' })}>
      <Undo2 aria-hidden="true" />
      {opening.backToRun}
    </button>
  );
}
