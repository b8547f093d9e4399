/** Makes the run stop and ask before decisive steps, or not. */

import { Switch } from '../../ui/switch.tsx';
import { usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { togglePredicting } from './predicting.ts';

export function PredictSwitch() {
  const text = useText();
  const player = usePlayerStore();
  const isOn = usePlayer(({ prediction }) => prediction !== null);
  return <Switch label={text.predict} isOn={isOn} onToggle={() => void togglePredicting(player, text)} />;
}
