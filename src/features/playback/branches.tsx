/** The branches that were tried: undo, switch to another, or remove one. */
import { GitBranch, Redo2, Trash2, Undo2 } from 'lucide-react';
import { lastChange, presentBranch } from '../../player/history.ts';
import { Control } from '../../ui/control.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './playback.module.css';

export function Branches() {
  const text = useText();
  const dispatch = useDispatch();
  const history = usePlayer((player) => player.history);
  const isRun = usePlayer((player) => player.recording.run !== null);
  const { undone } = presentBranch(history);
  const isChanged = usePlayer(
    ({ openedOver }) => openedOver?.isChange && openedOver.branch === history.present,
  );
  const canUndo = isChanged || lastChange(history) !== null;
  const count = history.all.length;
  if (!isRun || (count === 1 && !canUndo && undone === null)) return null;
  const position = history.all.findIndex(({ id }) => id === history.present) + 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its name before each of its buttons.
    <div className={styles.branches} role="group" aria-label={text.branches}>
      <Control label={text.undo} isOff={!canUndo} onPress={() => dispatch({ kind: 'undo' })}>
        <Undo2 />
      </Control>
      <Control label={text.redo} isOff={undone === null} onPress={() => dispatch({ kind: 'redo' })}>
        <Redo2 />
      </Control>
      <Control
        label={text.otherBranch(position, count)}
        caption={text.captions.otherBranch}
        isOff={count === 1}
        onPress={() => dispatch({ kind: 'next-branch' })}
      >
        <GitBranch />
        <span className={styles.count}>
          {position}/{count}
        </span>
      </Control>
      <Control
        label={text.removeBranch}
        caption={text.captions.removeBranch}
        isOff={count === 1}
        onPress={() => dispatch({ kind: 'remove-branch' })}
      >
        <Trash2 />
      </Control>
    </div>
  );
}
