/** A run in a link: what differs from its lesson, in few bytes, as base64url. Nothing in it is trusted. */
import { base64urlnopad, utf8 } from '@scure/base';
import type { Command } from '../simulation/cluster.ts';
import { type Scenario, SERVERS_MAX } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/check.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';
import { type Json, pack, unpack } from './packed-json.ts';
import { fromJsonVersion } from './run-code-json.ts';
import { runWords } from './run-words.ts';

/** The first byte of a code. Versions 1 and 2 were JSON, and so begin with a brace. */
const VERSION = 3;
const BRACE = 0x7b;
/** A first byte that is no version is no link's at all: this many are to come at most. */
const VERSIONS_MAX = 32;
/** The longest run that a stage takes is shorter by far. */
const CODE_CHARACTERS_MAX = 1_000_000;
/** Other futures are in a link as long as it stays one that people can send. */
const CODE_WITH_FUTURES_CHARACTERS_MAX = 300;

/** What a stage can show, and a page can wait for. */
export const pageLimits = { serversMax: SERVERS_MAX, clientsMax: 40, linesMax: 5_000 };

export interface CodedRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  /** The commands of other futures that were tried. */
  readonly futures?: readonly (readonly Command[])[];
}

export type RunCodeProblem = 'bad-run' | 'later-version';

/** @param base The scenario that readers have already: only what is different is written. */
export function encodeRun({ scenario, commands, futures = [] }: CodedRun, base: Scenario): string {
  const difference = differenceOf(scenario, base);
  const bare = {
    ...(commands.length > 0 && { commands }),
    ...(difference !== null && { scenario: difference }),
  };
  if (futures.length > 0) {
    const code = codeOf({ ...bare, futures: futures.map((each) => shortened(each, commands)) });
    if (code.length <= CODE_WITH_FUTURES_CHARACTERS_MAX) return code;
  }
  return codeOf(bare);
}

/** @returns A run in which the simulation finds nothing wrong, or what is wrong with the text. */
export function decodeRun(code: string, base: Scenario): CodedRun | { readonly problem: RunCodeProblem } {
  const said = code.length > CODE_CHARACTERS_MAX ? { problem: 'bad-run' as const } : written(code, base);
  if ('problem' in said) return said;
  const { scenario = {}, commands = [], futures = [], ...unknown } = said.run;
  if (!isRecord(scenario) || !Array.isArray(futures) || Object.keys(unknown).length > 0) {
    return { problem: 'bad-run' };
  }
  const whole = checkedScenario(merged(scenario, base));
  if (whole === null || !areCommands(commands, whole)) return { problem: 'bad-run' };
  const others = futures.map((each: unknown) => lengthened(each, commands));
  if (!others.every((each) => areCommands(each, whole))) return { problem: 'bad-run' };
  return { scenario: whole, commands, ...(others.length > 0 && { futures: others }) };
}

/** Values are plain data: what the simulation takes is written in JSON. */
function codeOf(run: object): string {
  return base64urlnopad.encode(Uint8Array.from([VERSION, ...pack(run as Json, runWords)]));
}

/** What stands in a code, not checked. */
function written(
  code: string,
  base: Scenario,
): { readonly run: Readonly<Record<string, unknown>> } | { readonly problem: RunCodeProblem } {
  try {
    const bytes = base64urlnopad.decode(code);
    const [first = 0] = bytes;
    if (first === BRACE) return fromJsonVersion(JSON.parse(utf8.encode(bytes)), base);
    if (first > VERSION && first < VERSIONS_MAX) return { problem: 'later-version' };
    const run = first === VERSION ? unpack(bytes.subarray(1), runWords) : null;
    return isRecord(run) ? { run } : { problem: 'bad-run' };
  } catch {
    return { problem: 'bad-run' };
  }
}

/** A future as what it keeps of the present one's commands, from the first on, and what comes then. */
function shortened(
  future: readonly Command[],
  commands: readonly Command[],
): readonly [number, ...Command[]] {
  const differs = future.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(commands[index]));
  const kept = differs < 0 ? future.length : differs;
  return [kept, ...future.slice(kept)];
}

/** Not checked; null for what is no future at all. */
function lengthened(future: unknown, commands: readonly Command[]): unknown {
  if (!Array.isArray(future)) return null;
  const [kept, ...others]: unknown[] = future;
  return typeof kept === 'number' ? [...commands.slice(0, kept), ...others] : null;
}

/** The whole scenario where it is of another kind; else the fields that are not the base's. */
function differenceOf(scenario: Scenario, base: Scenario): object | null {
  if (scenario.kind !== base.kind) return scenario;
  const known = new Map(Object.entries(base).map(([name, value]) => [name, JSON.stringify(value)]));
  const different = Object.entries(scenario).filter(
    ([name, value]) => known.get(name) !== JSON.stringify(value),
  );
  return different.length === 0 ? null : Object.fromEntries(different);
}

function merged(difference: Readonly<Record<string, unknown>>, base: Scenario): unknown {
  const isWhole = difference.kind !== undefined && difference.kind !== base.kind;
  return isWhole ? difference : { ...base, ...difference };
}

/** Null for what cannot be simulated, or not on a stage. What the checks find nothing wrong with is what the type says. */
function checkedScenario(scenario: unknown): Scenario | null {
  return checkScenario(scenario, pageLimits).length === 0 ? (scenario as Scenario) : null;
}

function areCommands(commands: unknown, scenario: Scenario): commands is readonly Command[] {
  return checkCommands(commands, scenario).length === 0;
}
