/** Comparing: another variant of the scenario beside the one that is shown, with the same script and faults, in lockstep with it. */
import type { DiagramStep } from '../sequence/model.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { otherMode } from '../simulation/strategies/strategy-traits.ts';
import { modeOfVariant, type VariantId, variantOf, variantOfMode } from '../simulation/variants.ts';
import type { StepPair } from './lockstep.ts';
import type { Recording } from './recording.ts';

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

/** What is on the timeline and which step of it is shown: the part of the player's state that comparing needs. */
export interface Timeline {
  readonly recording: Recording;
  /** Null while nothing is compared. */
  readonly comparison: Comparison | null;
  /** An index from 0. */
  readonly step: number;
}

/** What is compared first: what the other mode stands for. */
export function defaultComparison(scenario: Scenario): VariantId {
  return variantOfMode(scenario, otherMode(modeOfVariant(variantOf(scenario))));
}

/** How many places the slider has. */
export function timelineLength({ comparison, recording }: Timeline): number {
  return comparison === null ? recording.diagram.steps.length : comparison.pairs.length;
}

/** Where the slider stands, from 0. */
export function timelineIndex({ comparison, step }: Pick<Timeline, 'comparison' | 'step'>): number {
  return comparison === null ? step : comparison.position;
}

/** At another index; beyond either end at the nearest. */
export function seek<State extends Timeline>(state: State, index: number): State {
  const position = Math.min(Math.max(0, index), timelineLength(state) - 1);
  if (state.comparison === null) return { ...state, step: position };
  const pair = state.comparison.pairs[position];
  if (pair === undefined) return state;
  return { ...state, step: pair.own, comparison: { ...state.comparison, step: pair.comparison, position } };
}

/** The places of the slider in their order, as what each shows. */
export function timelineSteps(played: Pick<Timeline, 'comparison' | 'recording'>): readonly DiagramStep[] {
  const { comparison, recording } = played;
  if (comparison === null) return recording.diagram.steps;
  return comparison.pairs.flatMap((_, index) => timelineStep(played, index) ?? []);
}

/** What an index shows on the scrubber: the own step, or the comparison's where only that one goes on. */
export function timelineStep(
  {
    comparison,
    recording,
  }: Pick<Timeline, 'recording'> & {
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
