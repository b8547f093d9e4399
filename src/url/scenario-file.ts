/**
 * A scenario as a file that people can read and write: JSON with the scenario and the commands, where everything that
 * has its default can be left out. `public/scenario.schema.json` describes it for editors. The text is untrusted.
 */
import sandbox from '../lessons/sandbox/lesson.ts';
import type { Command } from '../simulation/cluster.ts';
import { completeScenario, shortScenario } from '../simulation/complete-scenario.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Problem } from '../simulation/validation/check.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { withVariant } from '../simulation/variants.ts';
import { RUN_PREFIX } from './link.ts';
import { writeQuery } from './query.ts';
import { type CodedRun, encodeRun, pageLimits } from './run-code.ts';

/** Version 1 is a link in a file. */
export const SCENARIO_FILE_VERSION = 2;
export const SCENARIO_FILE_NAME = 'scenario.statescope.json';
/** Beside the page. */
export const SCENARIO_SCHEMA_FILE = 'scenario.schema.json';

const members: readonly string[] = ['$schema', 'statescope', 'scenario', 'commands'];

export type ScenarioFileProblem =
  /** `where`: what the JSON parser says, in its own words. */
  | { readonly kind: 'not-json'; readonly where: string }
  | { readonly kind: 'no-scenario' }
  | { readonly kind: 'unknown-member'; readonly member: string }
  | { readonly kind: 'fields'; readonly problems: readonly Problem[] };

/** @param schemaUrl Where editors find the schema; null if nowhere. */
export function writeScenarioFile(
  { scenario, commands }: Pick<CodedRun, 'scenario' | 'commands'>,
  schemaUrl: string | null,
): string {
  const file = {
    ...(schemaUrl !== null && { $schema: schemaUrl }),
    statescope: SCENARIO_FILE_VERSION,
    scenario: shortScenario(scenario),
    ...(commands.length > 0 && { commands }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function readScenarioFile(text: string): CodedRun | { readonly problem: ScenarioFileProblem } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { problem: { kind: 'not-json', where: error instanceof Error ? error.message : '' } };
  }
  if (!isRecord(file) || !isRecord(file.scenario)) return { problem: { kind: 'no-scenario' } };
  const unknown = Object.keys(file).find((member) => !members.includes(member));
  if (unknown !== undefined) return { problem: { kind: 'unknown-member', member: unknown } };
  const scenario = completeScenario(file.scenario);
  const commands = file.commands ?? [];
  const inScenario = checkScenario(scenario, pageLimits);
  // A scenario that passes the checks has this type, and so do the commands.
  const problems = inScenario.length > 0 ? inScenario : checkCommands(commands, scenario as Scenario);
  return problems.length > 0
    ? { problem: { kind: 'fields', problems } }
    : { scenario: scenario as Scenario, commands: commands as readonly Command[] };
}

/** A link that opens the run in the sandbox. */
export function scenarioLink(run: CodedRun): string {
  const strategy = variantOf(run.scenario);
  const query = writeQuery('', { lesson: sandbox.id, strategy, step: 1 });
  return `${query}${RUN_PREFIX}${encodeRun(run, withVariant(sandbox.scenario, strategy))}`;
}
