/** A modal dialog of the platform, with its title and its way out. */
import { X } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useUiText } from '../ui-text.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Where it was asked for, in pixels from the window's corner, when it is to stand there; on a phone it comes from below. */
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
  // Outside of whatever opens it, whose styles are not the dialog's.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that closes a dialog is the platform's own, Escape.
    <dialog
      className={styles.dialog}
      ref={dialog}
      onClose={onClose}
      aria-labelledby={titleId}
      data-anchored={at === null ? undefined : ''}
      style={placeOf(at)}
      onClick={({ target, currentTarget }) => {
        // What is inside lies in boxes of its own: the dialog itself is hit beside them, on its backdrop.
        if (at !== null && target === currentTarget) currentTarget.close();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {/* The platform's own way out gives the focus back to where it came from. */}
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
