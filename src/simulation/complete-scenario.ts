/**
 * Completes a scenario that was written before some of its fields existed, or by hand. A missing member has its
 * default, which is how the cluster behaved before the member existed.
 */
import type { Fields } from './fill-missing.ts';
import { type Scenario, withClusterDefaults, withoutClusterDefaults } from './scenario.ts';
import { withoutTransportDefaults, withTransportDefaults } from './transport-scenario.ts';
import { isRecord } from './validation/is-record.ts';

/** @returns Not checked: the input is untrusted. Anything that isn't a scenario comes back unchanged. */
export function completeScenario(scenario: unknown): unknown {
  if (!isRecord(scenario)) return scenario;
  if (scenario.kind === 'cluster') return withClusterDefaults(scenario);
  return scenario.kind === 'transport' ? withTransportDefaults(scenario) : scenario;
}

/** Only what differs from the defaults. `completeScenario` gives the whole scenario again. */
export function shortScenario(scenario: Scenario): Fields {
  return scenario.kind === 'cluster' ? withoutClusterDefaults(scenario) : withoutTransportDefaults(scenario);
}
