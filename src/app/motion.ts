/** Fetches what moves once the stage stands. */
import { useEffect, useState } from 'react';
import type { Moving } from '../views/motion/motion-context.ts';

/** Null until it is there. */
export function useFetchedMotion(): Moving | null {
  const [moving, setMoving] = useState<Moving | null>(null);
  useEffect(() => {
    import('../views/motion/moving.tsx').then(setMoving, () => {});
  }, []);
  return moving;
}
