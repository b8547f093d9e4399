/** Puts another strategy beside the one that is shown, or takes it away. */
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './compare-switch.module.css';

export function CompareSwitch() {
  const text = useText();
  const dispatch = useDispatch();
  const isRun = usePlayer((player) => player.recording.run !== null);
  const isOn = usePlayer((player) => player.rival !== null);
  if (!isRun) return null;
  return (
    <button
      type="button"
      role="switch"
      className={styles.switch}
      aria-checked={isOn}
      onClick={() => dispatch({ kind: 'toggle-compare' })}
    >
      {text.compare}
      <span className={styles.track} aria-hidden="true" />
    </button>
  );
}
