/** What the menu at a name offers for looking: focus, hide, and all of it again. */

import type { FocusText } from './focus-text.ts';
import styles from './focusing.module.css';

interface ViewChoicesProps {
  readonly words: FocusText;
  readonly isFocused: boolean;
  /** Whether something would be left without it. */
  readonly mayHide: boolean;
  /** Whether something is hidden or folded, or stands out. */
  readonly isChanged: boolean;
  readonly onFocus: () => void;
  readonly onHide: () => void;
  readonly onShowAll: () => void;
}

export function ViewChoices(props: ViewChoicesProps) {
  const { words, isFocused, mayHide, isChanged, onFocus, onHide, onShowAll } = props;
  return (
    <>
      <button type="button" className={styles.choice} onClick={onFocus}>
        {isFocused ? words.leaveFocus : words.focus}
      </button>
      <button
        type="button"
        className={styles.choice}
        disabled={!mayHide}
        title={mayHide ? undefined : words.cannotHide}
        onClick={onHide}
      >
        {words.hide}
      </button>
      {isChanged && (
        <button type="button" className={styles.choice} onClick={onShowAll}>
          {words.showEverything}
        </button>
      )}
    </>
  );
}
