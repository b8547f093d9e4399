/**
 * Protects what a change of the layout moves under the pointer. A second press at the same place, such as that of a double
 * click, was aimed at what was there before: it's dropped, until the pointer has moved away or a moment has passed.
 */
import { useLayoutEffect, useRef } from 'react';

/** A press explains a change of the layout within this time. */
const CAUSE_MS = 1_000;
/** Longer than the double-click interval of any system, and than full screen takes to open. */
const SHIELD_MS = 1_500;
/** A hand trembles, and a finger lands beside its first tap. */
const NEAR_PX = 32;

const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timeMs: number;
}

interface PressShieldProps {
  /** Changes with the layout. */
  readonly layout: unknown;
}

export function PressShield({ layout }: PressShieldProps): null {
  const last = useRef<Press | null>(null);
  const shielded = useRef<Press | null>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const remember = ({ clientX, clientY, timeStamp }: MouseEvent) => {
      last.current = { x: clientX, y: clientY, timeMs: timeStamp };
    };
    const shield = (event: MouseEvent) => {
      const { current } = shielded;
      // A key presses a button by a click without a place.
      const isByKey = event.type === 'click' && event.detail === 0;
      if (current === null || isByKey) return;
      if (performance.now() - current.timeMs > SHIELD_MS || distance(current, event) > NEAR_PX) {
        shielded.current = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const move = (event: MouseEvent) => {
      if (shielded.current !== null && distance(shielded.current, event) > NEAR_PX) shielded.current = null;
    };
    const capture = { capture: true };
    for (const type of presses) window.addEventListener(type, shield, capture);
    window.addEventListener('pointermove', move, { capture: true, passive: true });
    window.addEventListener('pointerdown', remember, { capture: true, passive: true });
    window.addEventListener('click', remember, { capture: true, passive: true });
    return () => {
      for (const type of presses) window.removeEventListener(type, shield, capture);
      window.removeEventListener('pointermove', move, capture);
      window.removeEventListener('pointerdown', remember, capture);
      window.removeEventListener('click', remember, capture);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect is about the change itself.
  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const { current } = last;
    const nowMs = performance.now();
    const isCause = current !== null && nowMs - current.timeMs < CAUSE_MS;
    shielded.current = isCause ? { ...current, timeMs: nowMs } : null;
  }, [layout]);
  return null;
}

function distance({ x, y }: Press, { clientX, clientY }: MouseEvent): number {
  return Math.hypot(clientX - x, clientY - y);
}
