/** Rebases branches onto another scenario. Commands to a client that it lacks are dropped. */
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { createHistory, presentBranch, type RunHistory } from './history.ts';

/** Keeps branches that fit. Of the present branch, keeps the commands that fit. */
export function rebased(history: RunHistory, scenario: Scenario): RunHistory {
  const fits = (commands: readonly Command[]) => checkCommands(commands, scenario).length === 0;
  if (history.all.every(({ commands }) => fits(commands))) return history;
  const kept = presentBranch(history).commands.filter((command) => fits([command]));
  const others = history.all.map(({ commands }) => commands).filter(fits);
  return createHistory(kept, others);
}
