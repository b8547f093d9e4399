/** The size of an element, and whether the page is narrow. */
import { type RefObject, startTransition, useEffect, useState, useSyncExternalStore } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function useSize(box: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const [width, height] = [Math.floor(element.clientWidth), Math.floor(element.clientHeight)];
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    // At once, because the first point waits for it.
    measure();
    if (typeof ResizeObserver !== 'function') return;
    // Later in slices between other work, because drawing in another size can take long.
    const observer = new ResizeObserver(() => startTransition(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

/** Below this width the study folds above the plot. */
const NARROW = '(max-width: 56.25em)';

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribeToWidth, isNarrow);
}

function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia(NARROW).matches;
}

function subscribeToWidth(onChange: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => {};
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
