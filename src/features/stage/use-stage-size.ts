/** The stage's size and font size on the screen, tracked while they change. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels. */
export interface StageSize {
  readonly width: number;
  readonly height: number;
  readonly fontPx: number;
  /** Height of the stage's upper part that the heads cover. */
  readonly headsHeight: number;
}

/** @returns null until it has been measured. */
export function useStageSize(
  stage: RefObject<HTMLElement | null>,
  heads: RefObject<HTMLElement | null>,
): StageSize | null {
  const [first] = useState(sizeInFirstPaint);
  const [size, setSize] = useState(first);
  useLayoutEffect(() => {
    if (stage.current === null || heads.current === null) return;
    const measured = { stage: stage.current, heads: heads.current };
    const measure = () => {
      const next = sizeOf(measured.stage, measured.heads);
      setSize((before) => (before !== null && areSame(before, next) ? before : next));
    };
    // Measuring now forces a layout in the middle of the page's first task. The observer measures after the frame's own.
    if (first === null) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured.stage);
    observer.observe(measured.heads);
    return () => observer.disconnect();
  }, [stage, heads, first]);
  return size;
}

/** The stage of the first paint, which this one replaces, has its size; null if it shows another run, or nothing. */
function sizeInFirstPaint(): StageSize | null {
  // The first paint itself is rendered without a document.
  if (typeof document === 'undefined') return null;
  const stage = document.querySelector<HTMLElement>('[data-early] [data-stage]');
  const heads = stage?.querySelector<HTMLElement>('[data-heads]');
  if (!stage || !heads || heads.style.visibility === 'hidden') return null;
  return sizeOf(stage, heads);
}

function sizeOf(stage: HTMLElement, heads: HTMLElement): StageSize {
  return {
    width: stage.clientWidth,
    height: stage.clientHeight,
    // Without layout, as in a test, there's no computed size.
    fontPx: Number.parseFloat(getComputedStyle(stage).fontSize) || 16,
    headsHeight: heads.offsetHeight,
  };
}

function areSame(some: StageSize, others: StageSize): boolean {
  return (
    some.width === others.width &&
    some.height === others.height &&
    some.fontPx === others.fontPx &&
    some.headsHeight === others.headsHeight
  );
}
