/** Starts a comparison: simulates another variant and aligns its steps with the present run's. */
import { type ComparedWith, type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { variantsOf, withVariant } from '../simulation/variants.ts';
import { hasFix, onOtherSide } from './fix.ts';
import { firstDifference, lockstepOf } from './lockstep.ts';
import { recordingOf } from './record.ts';
import type { PlayerState } from './state.ts';

/** Shows this variant beside the present one, or the other side of the fix; none if the scenario doesn't have it. */
export function compare(state: PlayerState, variant: ComparedWith | null): PlayerState {
  const { run, diagram } = state.recording;
  const scenario =
    run === null || variant === null ? null : comparedScenario(state.lesson, run.scenario, variant);
  if (run === null || variant === null || scenario === null) return { ...state, comparison: null };
  const plan = { ...run, scenario };
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

/** What a run of the lesson is compared with; null if there's no such thing. */
export function comparedScenario(lesson: Lesson, scenario: Scenario, variant: ComparedWith): Scenario | null {
  if (variant === OTHER_SIDE) return hasFix(lesson) ? onOtherSide(lesson, scenario) : null;
  return variantsOf(scenario).includes(variant) ? withVariant(scenario, variant) : null;
}
