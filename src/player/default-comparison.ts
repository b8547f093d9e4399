/** What a run is compared with unless the reader chooses something else. */
import { type ComparedWith, type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { otherMode } from '../simulation/strategies/strategy-traits.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { modeOfVariant, type VariantId, variantOfMode } from '../simulation/variants.ts';

/** The first suggestion for a comparison: the other mode's default variant. */
export function defaultComparison(scenario: Scenario): VariantId {
  return variantOfMode(scenario, otherMode(modeOfVariant(variantOf(scenario))));
}

/** What a lesson's run is compared with first. */
export function firstComparison({ fixed }: Lesson, scenario: Scenario): ComparedWith {
  return fixed === undefined ? defaultComparison(scenario) : OTHER_SIDE;
}
