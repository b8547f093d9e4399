/** Starts a comparison: simulates another variant and aligns its steps with the present run's. */
import { type ComparedWith, type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { variantsOf, withVariant } from '../simulation/variants.ts';
import { alignmentOf } from '../trace/alignment.ts';
import type { Run } from '../trace/run.ts';
import { hasFix, onOtherSide } from './fix.ts';
import { pairedWith } from './pairing.ts';
import { recordingOf } from './record.ts';
import type { PlayerState } from './state.ts';

/** A step of a run, as an index from 0. */
interface StepOfRun {
  readonly run: Run;
  readonly step: number;
}

/**
 * Shows this variant beside the present one, or the other side of the fix; none if the scenario doesn't have it.
 *
 * @param beside What was shown beside the present step. The comparison shows the same step. Default: the first that is
 * shown beside this step.
 */
export function compare(
  state: PlayerState,
  variant: ComparedWith | null,
  beside: StepOfRun | null = null,
): PlayerState {
  const { run, diagram } = state.recording;
  const scenario =
    run === null || variant === null ? null : comparedScenario(state.lesson, run.scenario, variant);
  if (run === null || variant === null || scenario === null) return { ...state, comparison: null };
  const recording = recordingOf({ ...run, scenario }, state.phrasebook);
  const isPlaced = beside !== null && recording.run !== null;
  const theirs = isPlaced ? alignmentOf(beside.run, recording.run)(beside.step) : 0;
  const pairing = pairedWith(diagram, recording.diagram, { step: state.step, theirs });
  const comparison = { variant, recording, ...pairing };
  // With hidden nodes, both steps can be shown at once even if the whole runs have no such pair.
  const stepBeforeHiding = isPlaced ? { at: pairing.position, step: state.step, comparison: theirs } : null;
  return { ...state, comparison, stepBeforeHiding };
}

/** What a run of the lesson is compared with; null if there's no such thing. */
export function comparedScenario(lesson: Lesson, scenario: Scenario, variant: ComparedWith): Scenario | null {
  if (variant === OTHER_SIDE) return hasFix(lesson) ? onOtherSide(lesson, scenario) : null;
  return variantsOf(scenario).includes(variant) ? withVariant(scenario, variant) : null;
}
