/** The result of opening a link. */
import { hasNode } from '../player/has-node.ts';
import { wholeOf } from '../player/recording.ts';
import type { PlayerState } from '../player/state.ts';
import { hiddenIn } from '../url/hidden-nodes.ts';
import type { Link } from '../url/link.ts';
import { excerpt, type Problem } from '../url/problem.ts';

export interface Opened {
  readonly state: PlayerState;
  readonly problems: readonly Problem[];
}

/** Reports nodes that the run doesn't have, and hidden ones without which nothing would be left. */
export function nodeProblems({ focus, hide }: Link, { recording }: PlayerState): readonly Problem[] {
  const { run, hiding } = recording;
  if (run === null) return [];
  const isUnknown = (node: string) => !hasNode(wholeOf(recording).run ?? run, node);
  const hidden = hiddenIn(hide);
  const unknown = hidden.filter(isUnknown);
  const isTooMuch = hidden.length > unknown.length && hiding === undefined;
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
