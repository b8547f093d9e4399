/** A modal dialog, built on the platform's own, with a title and a close button. */
import { X } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useUiText } from '../ui-text.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Position in pixels from the window's corner, if it opens beside its button. On a phone it opens from below. */
  readonly at?: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, at = null, onClose, children }: DialogProps) {
  const text = useUiText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const isMounted = useRef(true);
  // A layout effect, because the platform returns the focus only when a dialog is closed that is still in the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      element?.close();
    };
  }, []);
  // Outside of its opener, whose styles don't apply to the dialog.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that closes a dialog is the platform's own, Escape.
    <dialog
      className={styles.dialog}
      ref={dialog}
      // A press beside it keeps the focus in it.
      tabIndex={-1}
      onClose={() => {
        if (isMounted.current) onClose();
      }}
      aria-labelledby={titleId}
      data-anchored={at === null ? undefined : ''}
      style={placeOf(at)}
      onClick={({ target, currentTarget }) => {
        // Only a click on the backdrop hits the dialog itself, because its content lies in boxes of its own.
        if (at !== null && target === currentTarget) currentTarget.close();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {/* Closing through the platform returns the focus to where it came from. */}
        <button
          type="button"
          aria-label={text.close}
          title={text.close}
          onClick={() => dialog.current?.close()}
        >
          <X />
        </button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
}

function placeOf(at: DialogProps['at']): CSSProperties | undefined {
  if (!at) return undefined;
  return { '--x': `${at.x}px`, '--y': `${at.y}px` } as CSSProperties;
}
