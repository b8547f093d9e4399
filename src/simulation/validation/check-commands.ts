/** Validates a list of commands. The input is untrusted. */
import type { Command } from '../cluster.ts';
import type { ScenarioNames } from '../commands/command-descriptor.ts';
import { commands as descriptors } from '../commands/commands.ts';
import { nodeCommands } from '../commands/node-commands.ts';
import type { Moment, PointInTime } from '../kernel/command.ts';
import { COMMANDS_MAX, type Scenario } from '../scenario.ts';
import {
  type Check,
  type ChecksOf,
  list,
  object,
  oneOf,
  type Problem,
  problemsOf,
  schemaOf,
  tagged,
  withSchema,
} from './check.ts';
import { isRecord } from './is-record.ts';
import { clientsIn, nodeOf, requestOf } from './nodes.ts';
import { delayUs } from './parts.ts';

/**
 * @param commands Plain data, or any value.
 * @param scenario A valid scenario, according to `checkScenario`.
 */
export function checkCommands(commands: unknown, scenario: Scenario): readonly Problem[] {
  if (Array.isArray(commands) && commands.length === 0) return [];
  const problems = checkEachCommand(commands, scenario, COMMANDS_MAX);
  if (problems.length === 0) return checkTogether(commands as readonly Command[]);
  // Commands aren't a field of an object, so only their index can be named.
  return problems.map(({ field, allowed }) => ({ field: `commands${field}`, allowed }));
}

/** Each command on its own, for a list that isn't one run's. */
export function checkEachCommand(commands: unknown, scenario: Scenario, max: number): readonly Problem[] {
  return problemsOf(commands, list(commandIn(scenario), { min: 0, max }));
}

export function commandIn(scenario: Scenario): Check {
  const names: ScenarioNames = { node: nodeOf(scenario), clients: clientsIn(scenario) };
  const ofRequest: ChecksOf<Moment> = {
    request: requestOf(scenario),
    at: oneOf(['sent', 'arrived', 'answered']),
    offsetUs: delayUs,
  };
  const moment = momentOf(object(ofRequest));
  return tagged(
    Object.fromEntries(descriptors.map(({ kind, parameters }) => [kind, { ...parameters(names), moment }])),
  );
}

/** A landmark of a request, or a time since the run began. */
function momentOf(ofRequest: Check): Check {
  return withSchema(
    (value, field, problems) => {
      const check = isRecord(value) && 'atUs' in value ? inTime : ofRequest;
      check(value, field, problems);
    },
    () => ({ oneOf: [schemaOf(ofRequest), schemaOf(inTime)] }),
  );
}

const pointInTime: ChecksOf<PointInTime> = { atUs: delayUs };
const inTime = object(pointInTime);

/** @param commands One run's, each of them valid on its own. */
export function checkTogether(commands: readonly Command[]): readonly Problem[] {
  return nodeCommands.flatMap(({ kind, checkAll }) => {
    const ofKind = commands.flatMap((command) =>
      'instruction' in command && command.instruction.kind === kind ? [command.instruction] : [],
    );
    return checkAll?.(ofKind) ?? [];
  });
}
