/** Makes the run stop and ask before decisive steps, or not. */

import { Switch } from '../../ui/switch.tsx';
import { usePlayer, usePlayerStore } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { togglePredicting } from './predicting.ts';

interface PredictSwitchProps {
  /** Called when its parts can't be loaded. */
  readonly onNotLoaded: () => void;
}

export function PredictSwitch({ onNotLoaded }: PredictSwitchProps) {
  const text = useStageText();
  const player = usePlayerStore();
  const isOn = usePlayer(({ prediction }) => prediction !== null);
  return (
    <Switch
      label={text.predict}
      isOn={isOn}
      onToggle={() => void togglePredicting(player, text).then((isDone) => isDone || onNotLoaded())}
    />
  );
}
