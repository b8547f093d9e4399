/** The power buttons of all machines. The stage shows them on the heads; the presenter's window has no stage. */
import { Power, Zap } from 'lucide-react';
import { useDispatch, usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import styles from './presenter.module.css';

export function PowerButtons({ label }: { readonly label: string }) {
  const text = useText();
  const dispatch = useDispatch();
  const diagram = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const heads = diagram.headsAt(step).filter(({ hasPower }) => hasPower);
  if (heads.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its name before each of its buttons.
    <div className={styles.powerButtons} role="group" aria-label={label}>
      {heads.map(({ participant: { id, name }, isUp }) => (
        <button
          key={id}
          type="button"
          data-up={isUp}
          onClick={() => dispatch({ kind: isUp ? 'crash' : 'restart', node: id })}
        >
          {isUp ? <Zap aria-hidden="true" /> : <Power aria-hidden="true" />}
          {isUp ? text.crash(name) : text.restart(name)}
          {digitOf(id) !== null && (
            <span className={styles.key} aria-hidden="true">
              {digitOf(id)}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** The key that does the same; null for a machine that has none. */
function digitOf(id: string): string | null {
  return /^server-([1-9])$/.exec(id)?.[1] ?? null;
}
