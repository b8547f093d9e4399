/** Nothing but black, as long as the room is to look elsewhere. Any key or a tap brings back what was there. */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import styles from './present.module.css';

/** Pressed alone they are on their way to something else. */
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

interface BlankScreenProps {
  readonly onReturn: () => void;
}

/** It is left at once, and not when the browser tells that it was closed: that may be after it was asked for again. */
export function BlankScreen({ onReturn }: BlankScreenProps) {
  const words = useLoaded(useText().loadPresentText);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current === null) return;
    current.showModal();
    const wake = (event: KeyboardEvent) => {
      // The key that made it black may still be held down.
      if (event.repeat || MODIFIERS.includes(event.key)) return;
      const isTheBrowsers = event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.code);
      if (!isTheBrowsers) event.preventDefault();
      event.stopImmediatePropagation();
      onReturn();
    };
    // Before any other handler: the key does nothing else.
    window.addEventListener('keydown', wake, { capture: true });
    return () => {
      window.removeEventListener('keydown', wake, { capture: true });
      // So that the focus goes back to where it was.
      current.close();
    };
  }, [onReturn]);
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: every key does the same, wherever the focus is.
    <dialog
      className={styles.blank}
      ref={dialog}
      aria-label={words?.isBlank}
      onClick={onReturn}
      onCancel={onReturn}
    />,
    document.body,
  );
}
