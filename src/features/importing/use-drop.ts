/**
 * Accepts files and texts that are dropped anywhere on the page. By default, the browser would leave the page for them.
 */
import { useEffect, useState } from 'react';

/** @returns Whether an acceptable item is being dragged over the page. */
export function useDrop(onDrop: (given: File | string) => void): boolean {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!isTakeable(event)) return;
      event.preventDefault();
      setIsDragging(true);
    };
    const leave = (event: DragEvent) => {
      // Null only when the pointer leaves the window, not between two elements.
      if (event.relatedTarget === null) setIsDragging(false);
    };
    const drop = (event: DragEvent) => {
      setIsDragging(false);
      if (!isTakeable(event)) return;
      event.preventDefault();
      const given = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text/plain') ?? '';
      if (given !== '') onDrop(given);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return isDragging;
}

/** A text dropped into a field belongs there. */
function isTakeable({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  return types.includes('text/plain') && !(target instanceof Element && target.matches('textarea, input'));
}
