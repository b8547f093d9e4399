/** Making slides: progress, and how to cancel. */
import { useEffect, useRef, useState } from 'react';
import { nextTask } from '../../sequence/interruptible.ts';
import type { SlidesRequest } from './slides/make-slides.ts';

export type SlidesMaking =
  | { readonly kind: 'idle' | 'cancelled' | 'failed' }
  | { readonly kind: 'making'; readonly done: number }
  | { readonly kind: 'made'; readonly file: Blob };

/** Between two renderings. */
const SLICE_MS = 30;

/** Closing the dialog cancels. */
export function useSlides() {
  const [making, setMaking] = useState<SlidesMaking>({ kind: 'idle' });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const make = async (request: SlidesRequest) => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    let renderedMs = performance.now();
    const onProgress = async (done: number) => {
      if (performance.now() - renderedMs < SLICE_MS) return;
      setMaking({ kind: 'making', done });
      await nextTask();
      renderedMs = performance.now();
    };
    setMaking({ kind: 'making', done: 0 });
    try {
      // The library is large, and few people need it.
      const { makeSlides } = await import('./slides/make-slides.ts');
      setMaking({ kind: 'made', file: await makeSlides(request, { signal, onProgress }) });
    } catch {
      setMaking({ kind: signal.aborted ? 'cancelled' : 'failed' });
    }
  };
  return { making, make, cancel: () => abort.current?.abort() };
}
