/** Runs as tests want them: whole, since their scenarios are small. */
import type { Command } from '../../src/simulation/cluster.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { runOf as limitedRunOf, type Run } from '../../src/trace/run.ts';
import type { Detail } from '../../src/trace/visible-events.ts';

export function runOf<Of extends Scenario>(
  scenario: Of,
  commands: readonly Command[],
  detail?: Detail,
): Run<Of> {
  return limitedRunOf(scenario, commands, { eventsMax: 100_000_000 }, detail);
}
