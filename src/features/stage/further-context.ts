/**
 * Provides what draws crashes, restarts and imported diagrams. It isn't loaded with the stage: the run that the page opens
 * with has messages only, and nothing adds anything else before it has loaded.
 */
import { createContext, useContext } from 'react';
import type { FurtherDrawing } from './further-drawing.tsx';

const FurtherContext = createContext<() => FurtherDrawing | null>(() => null);

export const FurtherDrawingProvider = FurtherContext.Provider;

/**
 * Null if it isn't needed. Read when it's needed: its arrival renders nothing.
 *
 * @throws If it's needed, and hasn't loaded.
 */
export function useFurtherDrawing(isNeeded: boolean): FurtherDrawing | null {
  const drawingNow = useContext(FurtherContext);
  if (!isNeeded) return null;
  const drawing = drawingNow();
  if (drawing === null) throw new Error('What draws this diagram has not loaded.');
  return drawing;
}
