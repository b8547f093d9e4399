/**
 * Provides the animated elements to the views. They load after the stage. Until then, or if loading fails, each step
 * appears completed.
 */
import { createContext, useContext } from 'react';

export type Moving = typeof import('./moving.tsx');

const MovingContext = createContext<Moving | null>(null);

export const MovingProvider = MovingContext.Provider;

export function useMotionIsThere(): boolean {
  return useContext(MovingContext) !== null;
}

/** For views that render only during motion: the player allows no motion before these elements are loaded. */
export function useMoving(): Moving {
  const moving = useContext(MovingContext);
  if (moving === null) throw new Error('Nothing moves before there is motion.');
  return moving;
}
