/** Making a film: progress, remaining time, and how to cancel it. */
import { useEffect, useRef, useState } from 'react';
import { type FilmRequest, makeFilm } from './film/film.ts';

export type Making =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under-way'; readonly done: number; readonly secondsLeft: number | null }
  | { readonly kind: 'made'; readonly film: Blob }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

/** The remaining time is estimated after this share of the work. */
const KNOWN_AFTER = 0.05;
/** A number that changes faster is illegible. */
const TOLD_EVERY_MS = 500;

interface FilmMaker {
  readonly making: Making;
  make(request: Omit<FilmRequest, 'signal' | 'onProgress'>): Promise<void>;
  cancel(): void;
}

/** Closing the dialog cancels a film in progress. */
export function useFilm(): FilmMaker {
  const [making, setMaking] = useState<Making>({ kind: 'idle' });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  return {
    making,
    cancel: () => abort.current?.abort(),
    make: async (request) => {
      const controller = new AbortController();
      abort.current = controller;
      const { signal } = controller;
      const beganMs = performance.now();
      let toldMs = 0;
      const onProgress = (done: number) => {
        const now = performance.now();
        if (now - toldMs < TOLD_EVERY_MS) return;
        toldMs = now;
        const leftMs = ((now - beganMs) * (1 - done)) / done;
        const secondsLeft = done < KNOWN_AFTER ? null : Math.ceil(leftMs / 1_000);
        setMaking({ kind: 'under-way', done, secondsLeft });
      };
      setMaking({ kind: 'under-way', done: 0, secondsLeft: null });
      try {
        const film = await makeFilm({ ...request, signal, onProgress });
        setMaking({ kind: 'made', film });
      } catch {
        setMaking({ kind: signal.aborted ? 'cancelled' : 'failed' });
      }
    },
  };
}
