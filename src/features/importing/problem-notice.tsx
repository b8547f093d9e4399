/** Says why a text can't be opened, with the parser's own message if it is Mermaid's. */
import styles from './open.module.css';
import { problemText } from './open-messages.ts';
import type { RecordedText } from './recorded-text.ts';
import type { OpeningProblem } from './use-opening.ts';

interface ProblemNoticeProps {
  readonly problem: OpeningProblem;
  readonly words: RecordedText;
}

export function ProblemNotice({ problem, words }: ProblemNoticeProps) {
  return (
    <div className={styles.problem} role="alert">
      <p>{sayProblem(problem, words)}</p>
      {problem.kind === 'syntax' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
        <pre lang="en" tabIndex={0}>
          {problem.message}
        </pre>
      )}
    </div>
  );
}

const FIELDS_NAMED_MAX = 5;

function sayProblem(problem: OpeningProblem, words: RecordedText): string {
  if (problem.kind === 'file-not-read') return words.fileNotRead;
  if (problem.kind === 'not-shown') return words.notShown;
  if (problem.kind !== 'run-file') return problemText(words, problem);
  const fields = (problem.fields ?? []).slice(0, FIELDS_NAMED_MAX).join(', ');
  const said = words.runFileProblems[problem.problem];
  return fields === '' ? said : `${said} (${fields})`;
}
