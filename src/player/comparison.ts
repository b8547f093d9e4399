/** Comparing: another variant of the scenario beside the one that is shown, with the same script and faults, in lockstep with it. */
import type { DiagramStep } from '../sequence/model.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { otherMode } from '../simulation/strategies/strategy-traits.ts';
import { modeOfVariant, type VariantId, variantOf, variantOfMode } from '../simulation/variants.ts';
import type { StepPair } from './lockstep.ts';
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';

export interface Comparison {
  readonly variant: VariantId;
  readonly recording: Recording;
  readonly step: number;
  readonly pairs: readonly StepPair[];
  /** The pair that is shown. */
  readonly position: number;
  /** The pair at which the two first come to different ends; null when they never do. */
  readonly differsAt: number | null;
}

/** What is compared first: what the other mode stands for. */
export function defaultComparison(scenario: Scenario): VariantId {
  return variantOfMode(scenario, otherMode(modeOfVariant(variantOf(scenario))));
}

/** How many places the slider has. */
export function timelineLength({ comparison, recording }: PlayerState): number {
  return comparison === null ? recording.diagram.steps.length : comparison.pairs.length;
}

/** Where the slider stands, from 0. */
export function timelineIndex({ comparison, step }: PlayerState): number {
  return comparison === null ? step : comparison.position;
}

/** At another index; beyond either end at the nearest. */
export function seek(state: PlayerState, index: number): PlayerState {
  const position = Math.min(Math.max(0, index), timelineLength(state) - 1);
  if (state.comparison === null) return { ...state, step: position };
  const pair = state.comparison.pairs[position];
  if (pair === undefined) return state;
  return { ...state, step: pair.own, comparison: { ...state.comparison, step: pair.comparison, position } };
}

/** The places of the slider in their order, as what each shows. */
export function timelineSteps(played: Pick<PlayerState, 'comparison' | 'recording'>): readonly DiagramStep[] {
  const { comparison, recording } = played;
  if (comparison === null) return recording.diagram.steps;
  return comparison.pairs.flatMap((_, index) => timelineStep(played, index) ?? []);
}

/** What an index shows on the scrubber: the own step, or the comparison's where only that one goes on. */
export function timelineStep(
  {
    comparison,
    recording,
  }: Pick<PlayerState, 'recording'> & {
    readonly comparison: Pick<Comparison, 'pairs' | 'recording'> | null;
  },
  index: number,
): DiagramStep | undefined {
  if (comparison === null) return recording.diagram.steps[index];
  const pair = comparison.pairs[index];
  if (pair === undefined) return undefined;
  const ownMoves = comparison.pairs[index - 1]?.own !== pair.own;
  return ownMoves ? recording.diagram.steps[pair.own] : comparison.recording.diagram.steps[pair.comparison];
}
