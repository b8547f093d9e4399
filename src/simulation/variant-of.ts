/** The variant that a scenario runs under. */
import type { Scenario } from './scenario.ts';
import type { VariantId } from './variants.ts';

export function variantOf(scenario: Scenario): VariantId {
  return scenario.kind === 'cluster' ? scenario.strategy : scenario.transport;
}
