/**
 * Hands the elements that move to the views. They come after the stage: until they are there, and where they cannot
 * be had, each step simply appears finished.
 */
import { createContext, useContext } from 'react';

export type Moving = typeof import('./moving.tsx');

const MovingContext = createContext<Moving | null>(null);

export const MovingProvider = MovingContext.Provider;

export function useMotionIsThere(): boolean {
  return useContext(MovingContext) !== null;
}

/** For what is drawn only while something moves: the player allows no motion before there are elements for it. */
export function useMoving(): Moving {
  const moving = useContext(MovingContext);
  if (moving === null) throw new Error('Nothing moves before there is motion.');
  return moving;
}
