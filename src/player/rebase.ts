/** Futures under another scenario: what belongs to a client that it does not have cannot be commanded there. */
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { type Branches, plantBranches, presentBranch } from './history.ts';

/** The same futures where each fits; else those that do, and of the present one the commands that do. */
export function refitted(branches: Branches, scenario: Scenario): Branches {
  const fits = (commands: readonly Command[]) => checkCommands(commands, scenario).length === 0;
  if (branches.all.every(({ commands }) => fits(commands))) return branches;
  const kept = presentBranch(branches).commands.filter((command) => fits([command]));
  const others = branches.all.map(({ commands }) => commands).filter(fits);
  return plantBranches(kept, others);
}
