/** Shows all steps, or only the essential ones. */

import { Switch } from '../../ui/switch.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';

export function DetailSwitch() {
  const text = useStageText();
  const dispatch = useDispatch();
  const isFull = usePlayer((player) => player.recording.run?.detail === 'full');
  return (
    <Switch
      label={text.fullDetail}
      isOn={isFull}
      onToggle={() => dispatch({ kind: 'set-detail', detail: isFull ? 'essential' : 'full' })}
    />
  );
}
