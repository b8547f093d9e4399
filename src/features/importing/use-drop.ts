/** Accepts files and texts that are dropped anywhere on the page. */
import { useEffect, useState } from 'react';
import { droppedBy, isTakeable } from '../../ui/drop.ts';

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
      const dropped = droppedBy(event);
      if (dropped !== null) onDrop(dropped);
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
