/** A modal dialog of the platform, with its title and its way out. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../text-context.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const text = useText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  // Outside of whatever opens it, whose styles are not the dialog's.
  return createPortal(
    <dialog className={styles.dialog} ref={dialog} onClose={onClose} aria-labelledby={titleId}>
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
