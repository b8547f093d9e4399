/** What the scene says. Where it's truncated, a press shows all of it; elsewhere it opens the list of scenes. */
import { ChevronDown } from 'lucide-react';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import styles from './lesson-bar.module.css';

interface SceneWordsProps {
  readonly onList: () => void;
  readonly children: ReactNode;
}

export function SceneWords({ onList, children }: SceneWordsProps) {
  const [isWhole, setWhole] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isTruncated = useIsTruncated(button);
  const unfolds = isTruncated || isWhole;
  return (
    <button
      type="button"
      className={styles.words}
      ref={button}
      aria-haspopup={unfolds ? undefined : 'dialog'}
      aria-expanded={unfolds ? isWhole : undefined}
      onClick={unfolds ? () => setWhole(!isWhole) : onList}
    >
      {children}
      {unfolds && <ChevronDown aria-hidden="true" />}
    </button>
  );
}

function useIsTruncated(element: RefObject<Element | null>): boolean {
  const [isTruncated, setTruncated] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      // Heights are rounded to pixels.
      setTruncated(current.scrollHeight > current.clientHeight + 1);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return isTruncated;
}
