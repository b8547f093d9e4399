/** A black screen, to turn the room's attention elsewhere. Any key or tap brings the page back. */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import styles from './present.module.css';

/** Modifiers alone start a key combination. */
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

export interface BlankScreenProps {
  readonly onReturn: () => void;
}

/** Closed at once, not on the browser's close event, which can come after it was opened again. */
export function BlankScreen({ onReturn }: BlankScreenProps) {
  const words = useLoaded(useText().loadPresentText);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current === null) return;
    current.showModal();
    const wake = (event: KeyboardEvent) => {
      // The key that opened it can still be held down.
      if (event.repeat || MODIFIERS.includes(event.key)) return;
      const isTheBrowsers = event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.code);
      if (!isTheBrowsers) event.preventDefault();
      event.stopImmediatePropagation();
      onReturn();
    };
    // Before any other handler, so that the key does nothing else.
    window.addEventListener('keydown', wake, { capture: true });
    return () => {
      window.removeEventListener('keydown', wake, { capture: true });
      // Returns the focus to where it was.
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
