/** The operator's buttons: add a server, and the menu with all other commands. */
import { Plus, Wrench } from 'lucide-react';
import { fullRunStep } from '../../player/full-run-step.ts';
import { isPending } from '../../player/pending-run.ts';
import { nextServer } from '../../simulation/commands/next-server.ts';
import { Control } from '../../ui/control.tsx';
import { useOperate } from '../operate-context.ts';
import { usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import styles from './operate.module.css';

interface OperateButtonsProps {
  /** Only the menu, which has all commands. */
  readonly isShort?: boolean;
}

export function OperateButtons({ isShort = false }: OperateButtonsProps) {
  const text = useStageText();
  const open = useOperate();
  const dispatch = usePlayer((player) => player.dispatch);
  const isRun = usePlayer((player) => player.recording.run !== null);
  const isFull = usePlayer((player) => {
    // The opening run has room for more servers.
    if (isPending(player)) return false;
    const { run, step } = fullRunStep(player);
    const present = run?.states[step];
    return present === undefined || nextServer({ nodes: present.snapshot }) === undefined;
  });
  if (!isRun) return null;
  return (
    <div className={styles.buttons} data-operate>
      {!isShort && (
        <Control
          label={text.addServer}
          caption={text.addServer}
          isOff={isFull}
          onPress={() => dispatch({ kind: 'add-server' })}
        >
          <Plus />
        </Control>
      )}
      <Control
        label={text.operate}
        caption={text.operate}
        opens
        onPress={() => open({ node: null, at: null })}
      >
        <Wrench />
      </Control>
    </div>
  );
}
