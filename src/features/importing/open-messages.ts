/** Which message says that a diagram can't be opened. The languages only word it. */
import type { DiagramProblem } from '../../sequence/mermaid/mermaid-parse.ts';
import { worded } from '../wording.ts';
import type { OpenMessage, RecordedText } from './recorded-text.ts';

export function problemText({ textProblems }: RecordedText, problem: DiagramProblem): string {
  return worded<OpenMessage>(textProblems, messageOf(problem));
}

function messageOf(problem: DiagramProblem): OpenMessage {
  switch (problem.kind) {
    case 'syntax':
      return problem.line === null ? { kind: 'syntax' } : { kind: 'syntax-in-line', line: problem.line };
    case 'too-nested': {
      const { line, nestedMax } = problem;
      return line === null
        ? { kind: 'too-nested', nestedMax }
        : { kind: 'too-nested-in-line', line, nestedMax };
    }
    default:
      return problem;
  }
}
