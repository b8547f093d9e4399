/** Shows another strategy beside the present one, or removes it. */

import { Switch } from '../../ui/switch.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';

export function CompareSwitch() {
  const text = useStageText();
  const dispatch = useDispatch();
  const isRun = usePlayer((player) => player.recording.run !== null);
  const isOn = usePlayer((player) => player.comparison !== null);
  if (!isRun) return null;
  return <Switch label={text.compare} isOn={isOn} onToggle={() => dispatch({ kind: 'toggle-compare' })} />;
}
