/** Loads the animation library once the stage is visible and the page is idle. */
import { useEffect, useState } from 'react';
import type { Moving } from '../ui/motion/motion-context.ts';
import { whenIdle } from './when-idle.ts';

/** Null until it's loaded. */
export function useFetchedMotion(): Moving | null {
  const [moving, setMoving] = useState<Moving | null>(null);
  useEffect(() => whenIdle(() => void import('../ui/motion/moving.tsx').then(setMoving, () => {})), []);
  return moving;
}
