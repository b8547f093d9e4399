/** Says why a text can't be opened, with the parser's own message if it is Mermaid's. */
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import { problemText } from './open-messages.ts';
import type { OpenText } from './open-text.ts';
import type { OpeningProblem } from './use-opening.ts';

export function ProblemNotice({ problem }: { readonly problem: OpeningProblem }) {
  const { opening } = useText();
  return (
    <div className={styles.problem} role="alert">
      <p>{sayProblem(problem, opening)}</p>
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

function sayProblem(problem: OpeningProblem, opening: OpenText): string {
  if (problem.kind === 'file-not-read') return opening.fileNotRead;
  if (problem.kind !== 'run-file') return problemText(opening, problem);
  const fields = (problem.fields ?? []).slice(0, FIELDS_NAMED_MAX).join(', ');
  const said = opening.runFileProblems[problem.problem];
  return fields === '' ? said : `${said} (${fields})`;
}
