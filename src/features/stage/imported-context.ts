/** Provides what draws imported diagrams, which isn't loaded with the stage. */
import { createContext, use } from 'react';
import type { SequenceDiagram } from '../../sequence/model.ts';
import type { ImportedDrawing } from './imported-drawing.tsx';

const ImportedContext = createContext<ImportedDrawing | null>(null);

export const ImportedDrawingProvider = ImportedContext.Provider;

/**
 * Null for a run.
 *
 * @throws If it isn't there for an imported diagram.
 */
export function useImportedDrawing({ imported }: Pick<SequenceDiagram, 'imported'>): ImportedDrawing | null {
  // A run doesn't read it, so that it doesn't render again when it arrives.
  if (imported === undefined) return null;
  const drawing = use(ImportedContext);
  if (drawing === null) throw new Error('What draws imported diagrams has not loaded.');
  return drawing;
}
