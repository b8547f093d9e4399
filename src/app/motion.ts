/** Fetches what moves once the stage stands, and the page has nothing else to do. */
import { useEffect, useState } from 'react';
import type { Moving } from '../ui/motion/motion-context.ts';
import { whenIdle } from './when-idle.ts';

/** Null until it is there. */
export function useFetchedMotion(): Moving | null {
  const [moving, setMoving] = useState<Moving | null>(null);
  useEffect(() => whenIdle(() => void import('../ui/motion/moving.tsx').then(setMoving, () => {})), []);
  return moving;
}
