/** Draws messages aslant that were under way during others, from their departure to their arrival. */
import { hasTransit } from '../../player/transit.ts';
import { Switch } from '../../ui/switch.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';

export function TransitSwitch() {
  const words = useLoaded(useText().loadFocusText);
  const dispatch = useDispatch();
  const isOn = usePlayer(({ recording }) => recording.diagram.drawsTransit ?? false);
  const canBe = usePlayer(({ recording }) => hasTransit(recording.diagram));
  if (words === null || !(canBe || isOn)) return null;
  return (
    <Switch
      label={words.transit}
      isOn={isOn}
      onToggle={() => dispatch({ kind: 'set-transit', transit: isOn ? 'off' : 'on' })}
    />
  );
}
