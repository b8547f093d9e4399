/** Reports what was wrong with a link. The run below is the nearest one that works. */
import { useText } from '../features/text-context.ts';
import { worded } from '../features/wording.ts';
import { Notice } from '../ui/notice.tsx';
import type { Problem } from '../url/problem.ts';

interface ProblemsProps {
  readonly problems: readonly Problem[];
  readonly onDismiss: () => void;
}

export function Problems({ problems, onDismiss }: ProblemsProps) {
  const text = useText();
  const messages = problems.map((problem) => ({ id: problem.kind, text: worded(text.problems, problem) }));
  return <Notice messages={messages} onDismiss={onDismiss} />;
}
