/** Fetches what moves once the stage stands, and the page has nothing else to do. */
import { useEffect, useState } from 'react';
import type { Moving } from '../views/motion/motion-context.ts';

/** Where a browser cannot tell when it is idle, by then the stage has been drawn. */
const DRAWN_MS = 200;

/** Null until it is there. */
export function useFetchedMotion(): Moving | null {
  const [moving, setMoving] = useState<Moving | null>(null);
  useEffect(() => whenIdle(() => void import('../views/motion/moving.tsx').then(setMoving, () => {})), []);
  return moving;
}

/** @returns Calls it off. */
function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then, DRAWN_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
}
