/**
 * Provides what draws crashes, restarts and imported diagrams. It isn't loaded with the stage: the run that the page opens
 * with has messages only, and nothing adds anything else before it has loaded.
 */
import { createContext, use } from 'react';
import type { FurtherDrawing } from './further-drawing.tsx';

const FurtherContext = createContext<FurtherDrawing | null>(null);

export const FurtherDrawingProvider = FurtherContext.Provider;

/**
 * Null if it isn't needed.
 *
 * @throws If it's needed, and hasn't loaded.
 */
export function useFurtherDrawing(isNeeded: boolean): FurtherDrawing | null {
  // Views that don't need it don't read it, so that they don't render again when it arrives.
  if (!isNeeded) return null;
  const drawing = use(FurtherContext);
  if (drawing === null) throw new Error('What draws this diagram has not loaded.');
  return drawing;
}
