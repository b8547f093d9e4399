/** Turns the explanation of every part on and off. */
import { BookOpenText } from 'lucide-react';
import { useText } from '../text-context.ts';
import styles from './message-panel.module.css';

export function ExplainButton({ isOn, onPress }: { readonly isOn: boolean; readonly onPress: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className={styles.explain}
      aria-label={text.explain}
      title={text.explain}
      aria-pressed={isOn}
      onClick={onPress}
    >
      <BookOpenText aria-hidden="true" />
    </button>
  );
}
