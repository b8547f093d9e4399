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
  const problems = problemsOf(commands, list(commandIn(scenario), { min: 0, max: COMMANDS_MAX }));
  if (problems.length === 0) return checkTogether(commands as readonly Command[]);
  // Commands aren't a field of an object, so only their index can be named.
  return problems.map(({ field, allowed }) => ({ field: `commands${field}`, allowed }));
}

const fitsByScenario = new WeakMap<Scenario, (commands: readonly unknown[]) => boolean>();

/**
 * Whether commands make up a run of this scenario. Each command and each list is checked once, because a history has many
 * branches that share most of their commands.
 *
 * @param scenario A valid scenario, according to `checkScenario`.
 */
export function fitsIn(scenario: Scenario): (commands: readonly unknown[]) => boolean {
  const known = fitsByScenario.get(scenario);
  if (known !== undefined) return known;
  const check = commandIn(scenario);
  const isCommand = remembered((command: object) => problemsOf(command, check).length === 0);
  const fits = remembered(
    (commands: readonly unknown[]) =>
      commands.length <= COMMANDS_MAX &&
      commands.every((command) => isRecord(command) && isCommand(command)) &&
      checkTogether(commands as readonly Command[]).length === 0,
  );
  fitsByScenario.set(scenario, fits);
  return fits;
}

/** The test, with one result per object. */
function remembered<Value extends object>(test: (value: Value) => boolean): (value: Value) => boolean {
  const results = new WeakMap<Value, boolean>();
  return (value) => {
    const result = results.get(value) ?? test(value);
    results.set(value, result);
    return result;
  };
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
function checkTogether(commands: readonly Command[]): readonly Problem[] {
  return nodeCommands.flatMap(({ kind, checkAll }) => {
    const ofKind = commands.flatMap((command) =>
      'instruction' in command && command.instruction.kind === kind ? [command.instruction] : [],
    );
    return checkAll?.(ofKind) ?? [];
  });
}
