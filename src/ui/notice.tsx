/** Says above the rest of the page what went wrong, until it is dismissed. */
import { X } from 'lucide-react';
import styles from './notice.module.css';
import { useUiText } from './ui-text.ts';

interface NoticeProps {
  /** Nothing is shown while there are none. */
  readonly messages: readonly { readonly id: string; readonly text: string }[];
  readonly onDismiss: () => void;
}

export function Notice({ messages, onDismiss }: NoticeProps) {
  const { dismiss } = useUiText();
  if (messages.length === 0) return null;
  return (
    <div className={styles.notice} role="alert">
      <div>
        {messages.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <button type="button" aria-label={dismiss} title={dismiss} onClick={onDismiss}>
        <X />
      </button>
    </div>
  );
}
