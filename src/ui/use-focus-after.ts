/** Moves the focus to what an action leads to, because the button that had it can be gone then. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * @returns The element to search (the whole page if none has the ref), and a function that focuses the first match in it
 * once the next state is rendered.
 */
export function useFocusAfter<Box extends HTMLElement>(): readonly [
  RefObject<Box | null>,
  (selector: string) => void,
] {
  const box = useRef<Box>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    (box.current ?? document).querySelector<HTMLElement>(wanted)?.focus();
    setWanted(null);
  }, [wanted]);
  return [box, setWanted];
}

/** Selects the element whose `data-…` attribute has this value, such as a name that a person typed. */
export function byData(attribute: string, value: string): string {
  return `[data-${attribute}=${JSON.stringify(value)}]`;
}
