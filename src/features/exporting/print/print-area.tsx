/** The printable version of the run. Printing can't wait for a chunk, so its code is loaded when the page is idle. */
import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { preload } from '../../../ui/use-loaded.ts';
import { useText } from '../../text-context.ts';

interface PrintAreaProps {
  /** Calls back once the page is idle. Returns a function that cancels it. */
  whenIdle(then: () => void): () => void;
}

export function PrintArea({ whenIdle }: PrintAreaProps) {
  const [Pages, setPages] = useState<ComponentType | null>(null);
  const isPrinting = useIsPrinting();
  const { loadLessonWords } = useText();
  useEffect(
    () =>
      whenIdle(() => {
        void preload(loadLessonWords);
        import('./print-pages.tsx').then(
          ({ PrintPages }) => setPages(() => PrintPages),
          // Without it, the page is printed as it looks on the screen.
          () => {},
        );
      }),
    [whenIdle, loadLessonWords],
  );
  return isPrinting && Pages !== null && <Pages />;
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia('print');
    // Rendering must finish within the event, or it isn't printed.
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    const change = () => (media.matches ? begin() : end());
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', change);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', change);
    };
  }, []);
  return isPrinting;
}
