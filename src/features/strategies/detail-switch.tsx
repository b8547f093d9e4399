/** Shows all steps, or only the essential ones. */

import { Switch } from '../../ui/switch.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';

export function DetailSwitch() {
  const text = useText();
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
