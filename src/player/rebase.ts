/**
 * Keeps the branches of a history in line with the scenario on the stage. A lesson's scenes have different scenarios, and
 * a link whose branches name a client that its scenario lacks can't be read.
 */
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { fitsIn } from '../simulation/validation/check-commands.ts';
import { createHistory } from './create-history.ts';
import { appendUnchecked, presentBranch, type RunHistory, remove } from './history.ts';

/** Continues with these commands in this scenario. Drops what doesn't fit it. */
export function append(history: RunHistory, commands: readonly Command[], scenario: Scenario): RunHistory {
  return rebased(appendUnchecked(history, commands), scenario);
}

/** Keeps the branches that fit, and of the present one the commands that fit. */
export function rebased(history: RunHistory, scenario: Scenario): RunHistory {
  const fits = fitsIn(scenario);
  const left = withoutMisfits(history, fits);
  const { commands } = presentBranch(history);
  if (fits(commands)) return left;
  const kept = commands.filter((command) => fits([command]));
  // One branch per command, so that each can be undone.
  return kept.reduce(
    (grown, _, index) => appendUnchecked(grown, kept.slice(0, index + 1)),
    appendUnchecked(left, []),
  );
}

/** The same history if all of its branches fit. */
export function withoutMisfits(
  history: RunHistory,
  fits: (commands: readonly Command[]) => boolean,
): RunHistory {
  const misfits = history.all.filter(({ commands }) => !fits(commands));
  const removed = history.removed.filter(({ branch }) => fits(branch.commands));
  if (misfits.length === 0 && removed.length === history.removed.length) return history;
  // The only remaining branch can't be removed.
  if (misfits.length === history.all.length) return createHistory([]);
  const left = misfits.reduce((rest, { id }) => remove(rest, id), history);
  // Undo doesn't bring a misfit back.
  return { ...left, removed };
}
