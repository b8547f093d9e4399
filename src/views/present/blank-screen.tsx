/** Nothing but black, as long as the room is to look elsewhere. Any key or a tap brings back what was there. */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../text-context.ts';
import { useLoaded } from '../use-loaded.ts';
import styles from './present.module.css';

/** Pressed alone they are on their way to something else. */
const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

export function BlankScreen({ onReturn }: { readonly onReturn: () => void }) {
  const words = useLoaded(useText().loadPresentText);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current === null) return;
    current.showModal();
    const wake = (event: KeyboardEvent) => {
      // The key that made it black may still be held down.
      if (!current.open || event.repeat || MODIFIERS.includes(event.key)) return;
      const isTheBrowsers = event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.code);
      if (!isTheBrowsers) event.preventDefault();
      event.stopImmediatePropagation();
      current.close();
    };
    // Before any other handler: the key does nothing else.
    window.addEventListener('keydown', wake, { capture: true });
    return () => window.removeEventListener('keydown', wake, { capture: true });
  }, []);
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: every key does the same, wherever the focus is.
    <dialog
      className={styles.blank}
      ref={dialog}
      aria-label={words?.isBlank}
      onClick={() => dialog.current?.close()}
      onClose={onReturn}
    />,
    document.body,
  );
}
