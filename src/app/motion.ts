/** Loads the animation library once the stage is visible and the page is idle. */
import { startTransition, useEffect, useState } from 'react';
import type { Moving } from '../ui/motion/motion-context.ts';
import { whenIdle } from './when-idle.ts';

/** Null until it's loaded. */
export function useFetchedMotion(): Moving | null {
  const [moving, setMoving] = useState<Moving | null>(null);
  useEffect(
    () =>
      whenIdle(() => {
        import('../ui/motion/moving.tsx').then(
          // Renders every view that moves anew, so in slices.
          (loaded) => startTransition(() => setMoving(loaded)),
          () => {},
        );
      }),
    [],
  );
  return moving;
}
