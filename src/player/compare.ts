/** Begins a comparison: simulates another variant and aligns its steps with those of the present run. */
import { type VariantId, variantsOf, withVariant } from '../simulation/variants.ts';
import { firstDifference, lockstepOf } from './lockstep.ts';
import { recordingOf } from './record.ts';
import type { PlayerState } from './state.ts';

/** Shows this variant beside the present one, or none; none that the scenario does not have. */
export function compare(state: PlayerState, variant: VariantId | null): PlayerState {
  const { run, diagram } = state.recording;
  if (run === null || variant === null || !variantsOf(run.scenario).includes(variant)) {
    return { ...state, comparison: null };
  }
  const plan = { ...run, scenario: withVariant(run.scenario, variant) };
  const recording = recordingOf(plan, state.phrasebook);
  const pairs = lockstepOf(diagram.steps, recording.diagram.steps);
  const position = pairs.findIndex(({ own }) => own === state.step);
  const differsAt = firstDifference(pairs, diagram.steps, recording.diagram.steps);
  const comparison = {
    variant,
    recording,
    pairs,
    differsAt,
    position,
    step: pairs[position]?.comparison ?? 0,
  };
  return { ...state, comparison };
}
