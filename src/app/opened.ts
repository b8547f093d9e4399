/** The result of opening a link. */
import { recordingHasNode } from '../player/has-node.ts';
import type { PlayerState } from '../player/state.ts';
import { hiddenIn } from '../url/hidden-nodes.ts';
import type { Link } from '../url/link.ts';
import { excerpt, type Problem } from '../url/problem.ts';

export interface Opened {
  readonly state: PlayerState;
  readonly problems: readonly Problem[];
}

/** Reports nodes that no run on the stage has, and hidden ones without which nothing would be left. */
export function nodeProblems(
  { focus, hide }: Link,
  { recording, comparison, hidden }: PlayerState,
): readonly Problem[] {
  if (recording.run === null) return [];
  const recordings = comparison === null ? [recording] : [recording, comparison.recording];
  const isUnknown = (node: string) => !recordings.some((each) => recordingHasNode(each, node));
  const asked = hiddenIn(hide);
  const unknown = asked.filter(isUnknown);
  const isTooMuch = asked.length > unknown.length && hidden.length === 0;
  return [
    ...(focus !== undefined && isUnknown(focus)
      ? [{ kind: 'unknown-focus', value: excerpt(focus) } as const]
      : []),
    ...unknown.slice(0, 1).map((node) => ({ kind: 'unknown-hidden', value: excerpt(node) }) as const),
    ...(isTooMuch ? [{ kind: 'nothing-left' } as const] : []),
  ];
}

/** Reports a step that the run doesn't have. */
export function stepProblem({ step }: Link, state: PlayerState): readonly Problem[] {
  const shown = state.step + 1;
  return step === undefined || step === shown ? [] : [{ kind: 'step-out-of-range', value: step, shown }];
}
