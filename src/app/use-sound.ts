/** Sound, for people who switch it on. Its code is loaded then. */
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
      // Sounds only repeat what is visible, so a failed load is ignored.
      () => {},
    );
    return () => {
      isWanted = false;
      stop();
    };
  }, [player, isOn]);
}
