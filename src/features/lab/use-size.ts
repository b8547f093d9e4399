/** The size of an element, and whether the page is narrow. */
import { type RefObject, startTransition, useEffect, useRef, useState, useSyncExternalStore } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param isAwaited Whether the first size is needed at once, because little is drawn in it. Read when the element is new. */
export function useSize(box: RefObject<HTMLElement | null>, isAwaited: boolean): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const wasAwaited = useRef(isAwaited);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const [width, height] = [Math.floor(element.clientWidth), Math.floor(element.clientHeight)];
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    // In slices between other work, because drawing in another size can take long.
    const measureLater = () => startTransition(measure);
    if (wasAwaited.current) measure();
    else measureLater();
    if (typeof ResizeObserver !== 'function') return;
    const observer = new ResizeObserver(measureLater);
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
