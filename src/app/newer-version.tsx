/** Announces a newer version of the page. It's loaded only when the reader asks for it. */
import { X } from 'lucide-react';
import { useText } from '../features/text-context.ts';
import styles from '../ui/notice.module.css';

interface NewerVersionProps {
  readonly onLoad: () => void;
  readonly onDismiss: () => void;
}

export function NewerVersion({ onLoad, onDismiss }: NewerVersionProps) {
  const text = useText();
  return (
    <div className={styles.notice} data-calm role="alert">
      <p>{text.newerVersion}</p>
      <div className={styles.actions}>
        <button type="button" className={styles.action} onClick={onLoad}>
          {text.loadNewerVersion}
        </button>
        <button type="button" aria-label={text.dismiss} title={text.dismiss} onClick={onDismiss}>
          <X />
        </button>
      </div>
    </div>
  );
}
