/** Thrown when an invalid scenario or command reaches the simulation. */
import type { Command } from '../cluster.ts';
import type { Scenario } from '../scenario.ts';
import type { Problem } from './check.ts';
import { checkCommands } from './check-commands.ts';
import { checkScenario } from './check-scenario.ts';

export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`This cannot be simulated: ${problems.map(describe).join('; ')}.`);
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

/** A scenario never changes, so one that is valid stays it. The lab simulates the same one thousands of times. */
const valid = new WeakSet<Scenario>();

/** @throws ScenarioError naming each wrong field, and what is allowed there. */
export function assertSimulable(scenario: Scenario, commands: readonly Command[]): void {
  if (!valid.has(scenario)) {
    const problems = checkScenario(scenario);
    if (problems.length > 0) throw new ScenarioError(problems);
    valid.add(scenario);
  }
  const problems = checkCommands(commands, scenario);
  if (problems.length > 0) throw new ScenarioError(problems);
}

/** For programmers. Phrasebooks word the same problem for readers. */
function describe({ field, allowed: { kind, ...details } }: Problem): string {
  return `${field === '' ? 'the whole' : field} must be ${kind} ${JSON.stringify(details)}`;
}
