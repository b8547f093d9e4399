/** What opening a link results in. */
import type { PlayerState } from '../player/state.ts';
import type { Link } from '../url/link.ts';
import type { Problem } from '../url/problem.ts';

export interface Opened {
  readonly state: PlayerState;
  readonly problems: readonly Problem[];
}

/** Says so when the link asks for a step that the run doesn't have. */
export function stepProblem({ step }: Link, state: PlayerState): readonly Problem[] {
  const shown = state.step + 1;
  return step === undefined || step === shown ? [] : [{ kind: 'step-out-of-range', value: step, shown }];
}
