/** Changes the scenario on the stage, or reports the problem with the change and leaves everything as it is. */
import { useCallback } from 'react';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { checkScenario } from '../../simulation/validation/check-scenario.ts';
import { pageLimits } from '../../url/run-code.ts';
import { useDispatch } from '../player-context.ts';

/** Null for a successful change. */
export type Change = (next: Scenario) => Problem | null;

export function useChange(): Change {
  const dispatch = useDispatch();
  return useCallback(
    (scenario) => {
      const [problem] = checkScenario(scenario, pageLimits);
      if (problem !== undefined) return problem;
      dispatch({ kind: 'change-scenario', scenario });
      return null;
    },
    [dispatch],
  );
}
