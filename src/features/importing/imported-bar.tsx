/** In place of a run's modes while an imported diagram is on the stage: its switches, and the way back to the run. */
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import { Switch } from '../../ui/switch.tsx';
import { KEPT_PREFIX } from '../../url/diagram-hash.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';

const BranchChoices = deferred(async () => (await import('./branch-choices.tsx')).BranchChoices);

interface ImportedBarProps {
  /** Before the ways through the frames around the present step. */
  readonly children?: ReactNode;
}

export function ImportedBar({ children }: ImportedBarProps) {
  const { opening } = useText();
  const dispatch = useDispatch();
  const walk = usePlayer((player) => player.recording.diagram.imported?.walk);
  const code = usePlayer((player) => player.recording.diagramCode);
  if (walk === undefined) return null;
  const { isFull } = walk.options;
  return (
    <div className={styles.bar}>
      <button type="button" className={styles.back} onClick={() => dispatch({ kind: 'close-imported' })}>
        <Undo2 aria-hidden="true" />
        {opening.backToRun}
      </button>
      <Switch
        label={opening.everyRow}
        isOn={isFull}
        onToggle={() => dispatch({ kind: 'set-detail', detail: isFull ? 'essential' : 'full' })}
      />
      {children}
      <BranchChoices />
      {code?.startsWith(KEPT_PREFIX) && <p className={styles.onlyHere}>{opening.onlyHere}</p>}
    </div>
  );
}
