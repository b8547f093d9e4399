/** Which message says that a diagram can't be opened. The languages only word it. */
import type { DiagramProblem } from '../../sequence/mermaid/mermaid-parse.ts';
import { worded } from '../wording.ts';
import type { OpenMessage, RecordedText } from './recorded-text.ts';

export function problemText({ textProblems }: RecordedText, problem: DiagramProblem): string {
  if (problem.kind !== 'syntax') return worded<OpenMessage>(textProblems, problem);
  const { line } = problem;
  return worded<OpenMessage>(
    textProblems,
    line === null ? { kind: 'syntax' } : { kind: 'syntax-in-line', line },
  );
}
