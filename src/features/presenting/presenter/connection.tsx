/** Whether the audience's window is connected, and what to do otherwise. */
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export interface ConnectionState {
  /** Null until it's known. */
  readonly others: number | null;
  readonly isOtherVersion: boolean;
  /** False while the audience sees something that this window can't show. */
  readonly isLinked: boolean;
  /** The browser blocked the audience's window. */
  readonly isRefused: boolean;
  openAudience(): void;
}

interface ConnectionProps {
  readonly words: PresenterText;
  readonly state: ConnectionState;
}

export function Connection({ words, state }: ConnectionProps) {
  const { others, isOtherVersion, isLinked, isRefused, openAudience } = state;
  const isAlone = others === 0;
  return (
    <div className={styles.connection} data-good={!isAlone && isLinked && !isOtherVersion}>
      <p role="status">
        {others === null
          ? ''
          : isOtherVersion
            ? words.otherVersion
            : isAlone
              ? words.alone
              : isLinked
                ? words.inStep
                : words.notLinked}
        {isAlone && isRefused && ` ${words.refused}`}
      </p>
      {isAlone && !isOtherVersion && (
        <button type="button" onClick={() => openAudience()}>
          {words.openAudience}
        </button>
      )}
    </div>
  );
}
