/** What is wrong with a list of commands. Nothing in it is trusted. */
import type { Command } from '../cluster.ts';
import type { NodeCommand } from '../commands/node-command.ts';
import type { Moment } from '../kernel/command.ts';
import type { Tampering } from '../protocols/token-tampering.ts';
import { COMMANDS_MAX, type Scenario } from '../scenario.ts';
import {
  type Check,
  type ChecksOf,
  flag,
  inTurn,
  list,
  object,
  oneOf,
  orNull,
  type Problem,
  problemsOf,
  tagged,
  text,
  wholeNumber,
} from './check.ts';
import { CLIENTS_MAX, DELAY_US_MAX, NESTING_MAX, TEXT_LENGTH_MAX } from './limits.ts';
import { lineAmong, transportLine } from './lines.ts';
import { clientsIn, nodeOf, requestOf } from './nodes.ts';
import { delayUs } from './parts.ts';

type Members = Readonly<Record<string, Check>>;

/**
 * @param commands Plain data, or anything at all.
 * @param scenario In which `checkScenario` finds nothing wrong.
 */
export function checkCommands(commands: unknown, scenario: Scenario): readonly Problem[] {
  if (Array.isArray(commands) && commands.length === 0) return [];
  const problems = problemsOf(commands, list(commandIn(scenario), { min: 0, max: COMMANDS_MAX }));
  // Commands are a field of no object: their place in the list is all there is to name.
  return problems.length === 0 ? absences(commands) : problems.map(inCommands);
}

function inCommands({ field, allowed }: Problem): Problem {
  return { field: `commands${field}`, allowed };
}

function commandIn(scenario: Scenario): Check {
  const node = nodeOf(scenario);
  const moment: ChecksOf<Moment> = {
    request: requestOf(scenario),
    at: oneOf(['sent', 'arrived', 'answered']),
    offsetUs: delayUs,
  };
  const toNode = { node };
  const onLink = { between: inTurn(list(node, { min: 2, max: 2 }), different) };
  const orders: { readonly [Kind in Command['kind']]: Members } = {
    crash: toNode,
    restart: toNode,
    add: toNode,
    drain: toNode,
    cut: onLink,
    heal: onLink,
    partition: { nodes: list(node, { min: 1, max: CLIENTS_MAX }) },
    'heal-all': {},
    drop: { from: orNull(node), to: orNull(node) },
    instruct: { nodes: list(node, { min: 1, max: CLIENTS_MAX }), instruction: instructionIn(scenario) },
  };
  const withMoment = Object.entries(orders).map(([kind, members]) => {
    return [kind, { ...members, moment: object(moment) }] as const;
  });
  return tagged(Object.fromEntries(withMoment));
}

const different: Check = (value, field, problems) => {
  if (!Array.isArray(value) || value[0] !== value[1]) return;
  problems.push({ field, allowed: { kind: 'different-nodes' } });
};

function instructionIn(scenario: Scenario): Check {
  const instructions: { readonly [Kind in NodeCommand['kind']]: Members } = {
    say: { line: lineAmong(clientsIn(scenario)) },
    do: { line: transportLine },
    'stay-away': { forUs: delayUs },
    tamper: { tampering: tagged(tamperings) },
    'rotate-key': { kid: text(100), keepsOld: flag },
    'remove-keys': {},
    flush: {},
  };
  return tagged(instructions);
}

const plainData: Check = (value, field, problems) => {
  if (!isPlain(value, NESTING_MAX)) problems.push({ field, allowed: { kind: 'plain-data' } });
};

/** Whether it can be JSON. The recursion ends at the limit, so that any value can be asked about. */
function isPlain(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object') return ['string', 'number', 'boolean'].includes(typeof value);
  return (
    value === null || (depthMax > 0 && Object.values(value).every((each) => isPlain(each, depthMax - 1)))
  );
}

const tamperings: { readonly [Kind in Tampering['kind']]: Members } = {
  'set-claim': { claim: text(100), value: plainData },
  'set-payload': { payload: text(TEXT_LENGTH_MAX) },
  'set-algorithm': { algorithm: text(100) },
  'flip-signature-bit': { bit: wholeNumber(0, 2 ** 31) },
  'sign-with-own-key': {},
};

/** Times away add up, and the sum is a delay like any other. */
function absences(commands: unknown): readonly Problem[] {
  let awayUs = 0;
  for (const command of commands as readonly Command[]) {
    if (command.kind !== 'instruct' || command.instruction.kind !== 'stay-away') continue;
    awayUs += command.instruction.forUs;
  }
  return awayUs <= DELAY_US_MAX
    ? []
    : [{ field: 'commands.instruction.forUs', allowed: { kind: 'sum', max: DELAY_US_MAX } }];
}
