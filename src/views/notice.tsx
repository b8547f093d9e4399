/** Says what was wrong with a link. The run below it is the nearest one that works. */
import { X } from 'lucide-react';
import type { Problem } from '../share/problem.ts';
import styles from './notice.module.css';
import { useText } from './text-context.ts';

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
          <p key={problem.kind}>{text.problem(problem)}</p>
        ))}
      </div>
      <button type="button" aria-label={text.dismiss} title={text.dismiss} onClick={onDismiss}>
        <X />
      </button>
    </div>
  );
}
