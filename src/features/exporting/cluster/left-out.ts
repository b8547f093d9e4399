/** What the files don't carry over from a scenario. Their README says it. */
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import type { ClusterPlan } from './cluster-plan.ts';

export type LeftOut =
  | 'latency'
  | 'loss'
  | 'balancer'
  | 'absolute-timeout'
  | 'entries'
  | 'failover'
  | 'token-state';

export function leftOutOf(scenario: ClusterScenario, plan: ClusterPlan): readonly LeftOut[] {
  const { network, tokens } = scenario;
  const { store } = plan;
  return [
    'latency',
    ...(network.lossPerMillion > 0 ? (['loss'] as const) : []),
    'absolute-timeout',
    'balancer',
    ...(store !== null && store.entriesMax !== null ? (['entries'] as const) : []),
    ...(store !== null && store.replica !== null ? (['failover'] as const) : []),
    ...(tokens.hasDenyList || tokens.refreshLifetimeUs !== null ? (['token-state'] as const) : []),
  ];
}
