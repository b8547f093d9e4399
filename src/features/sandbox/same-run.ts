/** Strategy and load balancing overlap: some pairs of choices are the same run under two names. */
import { type BalancingPolicy, balancingOf, balancingPolicies } from '../../simulation/actors/balancing.ts';
import {
  descriptorOf,
  type StrategyId,
  strategies,
  strategyIds,
} from '../../simulation/strategies/strategies.ts';

interface Choice {
  readonly strategy: StrategyId;
  readonly balancing: BalancingPolicy;
}

/** The first other pair that gives the same run; null if there's none. */
export function sameRunAs({ strategy, balancing }: Choice): Choice | null {
  const run = runOf({ strategy, balancing });
  const choices = strategyIds.flatMap((other) =>
    balancingPolicies.map((policy): Choice => ({ strategy: other, balancing: policy })),
  );
  const isOther = (choice: Choice) => choice.strategy !== strategy || choice.balancing !== balancing;
  return choices.find((choice) => isOther(choice) && runOf(choice) === run) ?? null;
}

/** Key of a run: the balancing that results, and the strategy's traits without its own affinity. */
function runOf({ strategy, balancing }: Choice): string {
  const { stateLocation, usesKeys, keepsCopies, carriesBearerToken, clientCarries, mode } =
    strategies[strategy];
  const { affinity } = descriptorOf({ strategy });
  const traits = [mode, stateLocation, usesKeys, keepsCopies, carriesBearerToken, clientCarries];
  return JSON.stringify([traits, balancingOf(balancing, affinity)]);
}
