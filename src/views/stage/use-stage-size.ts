/** The stage's size on the screen and the size of its letters, followed while they change. */
import { type RefObject, useLayoutEffect, useState } from 'react';

export interface StageSize {
  readonly width: number;
  readonly height: number;
  readonly fontPx: number;
}

export function useStageSize(ref: RefObject<HTMLElement | null>): StageSize {
  const [size, setSize] = useState<StageSize>({ width: 0, height: 0, fontPx: 16 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const next = {
        width: element.clientWidth,
        height: element.clientHeight,
        fontPx: Number.parseFloat(getComputedStyle(element).fontSize),
      };
      setSize((before) =>
        before.width === next.width && before.height === next.height && before.fontPx === next.fontPx
          ? before
          : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
