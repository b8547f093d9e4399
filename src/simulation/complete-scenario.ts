/**
 * Completes a scenario that was written before some of its fields existed, or by hand. A missing member has its
 * default, which is how the cluster behaved before the member existed.
 */
import { withClusterDefaults } from './scenario.ts';
import { withTransportDefaults } from './transport-scenario.ts';
import { isRecord } from './validation/check.ts';

/** @returns Not checked: the input is untrusted. Anything that isn't a scenario comes back unchanged. */
export function completeScenario(scenario: unknown): unknown {
  if (!isRecord(scenario)) return scenario;
  if (scenario.kind === 'cluster') return withClusterDefaults(scenario);
  return scenario.kind === 'transport' ? withTransportDefaults(scenario) : scenario;
}
