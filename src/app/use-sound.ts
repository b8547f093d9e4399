/** Sound, for those who switched it on: what makes it is fetched then, and not before. */
import { useEffect } from 'react';
import type { PlayerStore } from '../player/player.ts';

export function useSound(player: PlayerStore, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    let isWanted = true;
    let stop = () => {};
    import('./synthesizer.ts').then(
      ({ startSounds }) => {
        if (isWanted) stop = startSounds(player);
      },
      // Without it nothing is missing: every sound only repeats what is seen.
      () => {},
    );
    return () => {
      isWanted = false;
      stop();
    };
  }, [player, isOn]);
}
