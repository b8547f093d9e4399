/** A scenario's figures under one strategy, for the table of all strategies. */
import type { Command } from '../simulation/cluster.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import type { StrategyId } from '../simulation/strategies/strategies.ts';
import { loadOf } from '../trace/load.ts';
import { runForPage } from './run-for-page.ts';

export interface StrategyPlan {
  readonly scenario: ClusterScenario;
  readonly commands: readonly Command[];
}

export interface StrategyFigures {
  /** One number per server. */
  readonly requests: readonly number[];
  readonly refused: number;
  readonly bytesPerRequest: number;
  readonly roundTripsPerRequest: number;
  /** At the end of the run. */
  readonly serverMemoryBytes: number;
}

export function strategyFigures({ scenario, commands }: StrategyPlan, strategy: StrategyId): StrategyFigures {
  const run = runForPage({ scenario: { ...scenario, strategy }, commands });
  const { requests, refused } = loadOf(run);
  const score = run.scores.at(-1);
  const settled = Math.max(1, score?.requestsSettled ?? 1);
  return {
    requests: requests.map(({ count }) => count),
    refused,
    bytesPerRequest: (score?.clientBytes ?? 0) / settled,
    roundTripsPerRequest: (score?.storeRoundTrips ?? 0) / settled,
    serverMemoryBytes: score?.serverMemoryBytes ?? 0,
  };
}
