/** Changes the scenario on the stage, or reports the problem with the change and leaves everything as it is. */
import { useCallback, useRef } from 'react';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Problem } from '../../simulation/validation/check.ts';
import { checkScenario } from '../../simulation/validation/check-scenario.ts';
import { pageLimits } from '../../url/run-code.ts';
import { usePlayerStore } from '../player-context.ts';

/** Null for a successful change. */
export type Change = (next: Scenario) => Problem | null;

/** Each change can be undone on its own. What is typed into one field, until it's left, is one change. */
export function useChange(): Change {
  const player = usePlayerStore();
  const latest = useRef<Typed | null>(null);
  return useCallback(
    (scenario) => {
      const [problem] = checkScenario(scenario, pageLimits);
      if (problem !== undefined) return problem;
      const { recording, dispatch } = player.getState();
      const before = recording.run?.scenario;
      if (JSON.stringify(before) === JSON.stringify(scenario)) return null;
      const field = typedField();
      const typed = latest.current;
      const goesOn = typed !== null && typed.field === field && typed.scenario === before;
      latest.current = field && { field, scenario };
      field?.addEventListener('blur', () => (latest.current = null), { once: true });
      dispatch({ kind: 'change-scenario', scenario, isUndoable: !goesOn });
      return null;
    },
    [player],
  );
}

/** A field, and the scenario that it asked for last. */
interface Typed {
  readonly field: Element;
  readonly scenario: Scenario;
}

/** The field that the reader is typing in. */
function typedField(): Element | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement && activeElement.type === 'text' ? activeElement : null;
}
