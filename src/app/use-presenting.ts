/** Presenting: a layout for the projector. Requests full screen, and works without it if the browser refuses. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isLayerOpen } from '../ui/popover.ts';
import { setQuery } from './address.ts';
import { notePresentingSince } from './kept-stopwatch.ts';

export interface Presenting {
  readonly isPresenting: boolean;
  readonly toggle: () => void;
  /** Called before a window opens. Browsers leave full screen for it, but presenting goes on. */
  readonly keepPresenting: () => void;
}

/** Time within which a browser leaves full screen for a window that was opened. */
const OPENING_MS = 3_000;

export function usePresenting(linked: boolean): Presenting {
  const [isPresenting, setIsPresenting] = useState(linked);
  const openedAtMs = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    document.documentElement.toggleAttribute('data-present', isPresenting);
    // Also in the address, so that a clicker's F5 keeps the layout.
    setQuery({ present: isPresenting });
  }, [isPresenting]);

  const toggle = useCallback(() => {
    const next = !isPresenting;
    setIsPresenting(next);
    if (next) notePresentingSince(Date.now());
    if (next) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {});
  }, [isPresenting]);

  // Leaving full screen by the browser's own means ends presenting, too. Without full screen, Escape does.
  useEffect(() => {
    if (!isPresenting) return;
    let wasFull = document.fullscreenElement !== null;
    const change = () => {
      const isOpening = performance.now() - openedAtMs.current < OPENING_MS;
      if (wasFull && document.fullscreenElement === null && !isOpening) setIsPresenting(false);
      wasFull = document.fullscreenElement !== null;
    };
    const leave = (event: KeyboardEvent) => {
      // Escape first closes open dialogs and menus.
      if (event.code === 'Escape' && !isLayerOpen()) {
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
