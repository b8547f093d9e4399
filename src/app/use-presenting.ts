/** Presenting: a layout for the projector. It asks for the full screen, and goes on without where it is refused. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { setQuery } from './address.ts';

export interface Presenting {
  readonly isPresenting: boolean;
  readonly toggle: () => void;
  /** A window is about to be opened: browsers leave the full screen for it, and presenting goes on all the same. */
  readonly keepPresenting: () => void;
}

/** Within this time a browser leaves the full screen for a window that was opened. */
const OPENING_MS = 3_000;

export function usePresenting(linked: boolean): Presenting {
  const [isPresenting, setIsPresenting] = useState(linked);
  const openedAtMs = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    document.documentElement.toggleAttribute('data-present', isPresenting);
    // The address says it as well, so that a clicker's F5 lands in the same layout.
    setQuery({ present: isPresenting });
  }, [isPresenting]);

  const toggle = useCallback(() => {
    const next = !isPresenting;
    setIsPresenting(next);
    if (next) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {});
  }, [isPresenting]);

  // The browser's own way out of the full screen ends presenting too; without full screen, Escape does.
  useEffect(() => {
    if (!isPresenting) return;
    let wasFull = document.fullscreenElement !== null;
    const change = () => {
      const isOpening = performance.now() - openedAtMs.current < OPENING_MS;
      if (wasFull && document.fullscreenElement === null && !isOpening) setIsPresenting(false);
      wasFull = document.fullscreenElement !== null;
    };
    const leave = (event: KeyboardEvent) => {
      // What lies open is closed by this key first.
      if (event.code === 'Escape' && document.querySelector('dialog[open], :popover-open') === null) {
        setIsPresenting(false);
      }
    };
    document.addEventListener('fullscreenchange', change);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('fullscreenchange', change);
      document.removeEventListener('keydown', leave);
    };
  }, [isPresenting]);

  const keepPresenting = useCallback(() => {
    openedAtMs.current = performance.now();
  }, []);

  return { isPresenting, toggle, keepPresenting };
}
