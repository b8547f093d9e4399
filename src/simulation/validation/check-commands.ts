/** What is wrong with a list of commands. Nothing in it is trusted. */
import type { Command } from '../cluster.ts';
import type { ScenarioNames } from '../commands/command-descriptor.ts';
import { commands as descriptors } from '../commands/commands.ts';
import { nodeCommands } from '../commands/node-commands.ts';
import type { Moment } from '../kernel/command.ts';
import { COMMANDS_MAX, type Scenario } from '../scenario.ts';
import { type Check, type ChecksOf, list, object, oneOf, type Problem, problemsOf, tagged } from './check.ts';
import { clientsIn, nodeOf, requestOf } from './nodes.ts';
import { delayUs } from './parts.ts';

/**
 * @param commands Plain data, or anything at all.
 * @param scenario In which `checkScenario` finds nothing wrong.
 */
export function checkCommands(commands: unknown, scenario: Scenario): readonly Problem[] {
  if (Array.isArray(commands) && commands.length === 0) return [];
  const problems = problemsOf(commands, list(commandIn(scenario), { min: 0, max: COMMANDS_MAX }));
  if (problems.length === 0) return problemsTogether(commands as readonly Command[]);
  // Commands are a field of no object: their place in the list is all there is to name.
  return problems.map(({ field, allowed }) => ({ field: `commands${field}`, allowed }));
}

function commandIn(scenario: Scenario): Check {
  const names: ScenarioNames = { node: nodeOf(scenario), clients: clientsIn(scenario) };
  const moment: ChecksOf<Moment> = {
    request: requestOf(scenario),
    at: oneOf(['sent', 'arrived', 'answered']),
    offsetUs: delayUs,
  };
  return tagged(
    Object.fromEntries(
      descriptors.map(({ kind, parameters }) => [kind, { ...parameters(names), moment: object(moment) }]),
    ),
  );
}

/** @param commands Each of which is as it should be. */
function problemsTogether(commands: readonly Command[]): readonly Problem[] {
  return nodeCommands.flatMap(({ kind, checkAll }) => {
    const ofKind = commands.flatMap((command) =>
      'instruction' in command && command.instruction.kind === kind ? [command.instruction] : [],
    );
    return checkAll?.(ofKind) ?? [];
  });
}
