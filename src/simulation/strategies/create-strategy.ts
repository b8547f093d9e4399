/** Creates a scenario's strategy. */
import type { ClusterScenario } from '../scenario.ts';
import * as behaviours from './behaviours.ts';
import { withCodeVersions } from './code-version.ts';
import type { SessionStrategy } from './session-strategy.ts';
import { descriptorOf, type StrategyId } from './strategies.ts';

const creators: Readonly<Record<StrategyId, (scenario: ClusterScenario) => SessionStrategy>> = behaviours;

export function strategyOf(scenario: ClusterScenario): SessionStrategy {
  const strategy = creators[scenario.strategy](scenario);
  const { carriesBearerToken } = descriptorOf(scenario);
  return withCodeVersions(strategy, { versions: scenario.versions, hasFormats: !carriesBearerToken });
}
