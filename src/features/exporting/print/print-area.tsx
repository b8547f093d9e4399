/** Has ready what is printed: a browser that prints waits for nothing, so its code is fetched when the page is idle. */
import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

interface PrintAreaProps {
  /** Calls back once the page has nothing else to do; returns what calls it off. */
  whenIdle(then: () => void): () => void;
}

export function PrintArea({ whenIdle }: PrintAreaProps) {
  const [Pages, setPages] = useState<ComponentType | null>(null);
  const isPrinting = useIsPrinting();
  useEffect(
    () =>
      whenIdle(() => {
        import('./print-pages.tsx').then(
          ({ PrintPages }) => setPages(() => PrintPages),
          // Then the page is printed as it stands on the screen.
          () => {},
        );
      }),
    [whenIdle],
  );
  return isPrinting && Pages !== null && <Pages />;
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia('print');
    // What is not in the page when the event ends is not on the paper.
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
