/** Says what was wrong with a link. The run below it is the nearest one that works. */
import { X } from 'lucide-react';
import { useText } from '../features/text-context.ts';
import { worded } from '../features/wording.ts';
import type { Problem } from '../url/problem.ts';
import styles from './notice.module.css';

interface NoticeProps {
  readonly problems: readonly Problem[];
  readonly onDismiss: () => void;
}

export function Notice({ problems, onDismiss }: NoticeProps) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <div className={styles.notice} role="alert">
      <div>
        {problems.map((problem) => (
          <p key={problem.kind}>{worded(text.problems, problem)}</p>
        ))}
      </div>
      <button type="button" aria-label={text.dismiss} title={text.dismiss} onClick={onDismiss}>
        <X />
      </button>
    </div>
  );
}
