/** Which message says that a diagram can't be opened. The languages only word it. */
import type { DiagramProblem } from '../../sequence/mermaid/mermaid-parse.ts';
import { worded } from '../wording.ts';
import type { OpenMessage, OpenText } from './open-text.ts';

export function problemText({ problems }: OpenText, problem: DiagramProblem): string {
  if (problem.kind !== 'syntax') return worded<OpenMessage>(problems, problem);
  const { line } = problem;
  return worded<OpenMessage>(problems, line === null ? { kind: 'syntax' } : { kind: 'syntax-in-line', line });
}
