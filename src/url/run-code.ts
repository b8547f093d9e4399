/** A run in a link: what differs from its lesson, in few bytes, as base64url. Nothing in it is trusted. */
import { base64urlnopad, utf8 } from '@scure/base';
import { commandText } from '../player/history.ts';
import type { Command } from '../simulation/cluster.ts';
import { type Scenario, SERVERS_MAX } from '../simulation/scenario.ts';
import { isRecord } from '../simulation/validation/check.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';
import { type Json, pack, unpack } from './packed-json.ts';
import { fromJsonVersion } from './run-code-json.ts';
import { withPresentWords } from './run-migration.ts';
import { wordsOfVersion } from './run-words.ts';

/** The first byte of a code. Versions 1 and 2 were JSON, which begins with a brace. */
const VERSION = 4;
const FIRST_PACKED_VERSION = 3;
const BRACE = 0x7b;
/** First bytes below this are reserved for versions. Anything above is not a run code. */
const VERSIONS_MAX = 32;
/** A bound on hostile input. The longest real run is far shorter. */
export const CODE_CHARACTERS_MAX = 1_000_000;
/** Futures are in a link only while its code stays this short, so that people can send the link. */
export const LINK_CODE_CHARACTERS_MAX = 300;
/** Of more futures than this, the latest are kept. */
export const FUTURES_MAX = 1_000;

/** What a stage can show, and a page can wait for. */
export const pageLimits = { serversMax: SERVERS_MAX, clientsMax: 40, linesMax: 5_000 };

export interface CodedRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  /** The commands of other futures that were tried. */
  readonly futures?: readonly (readonly Command[])[];
}

export type RunCodeProblem = 'bad-run' | 'later-version';

/**
 * @param base The scenario that readers already have: only the fields that differ from it are written.
 * @param codeLengthMax In characters. Futures that would make the code longer are left out, all of them.
 */
export function encodeRun(
  { scenario, commands, futures = [] }: CodedRun,
  base: Scenario,
  codeLengthMax: number = CODE_CHARACTERS_MAX,
): string {
  const difference = differenceOf(scenario, base);
  const bare = {
    ...(commands.length > 0 && { commands }),
    ...(difference !== null && { scenario: difference }),
  };
  // A future takes two bytes or more, so with this many there's no need to try.
  if (futures.length > 0 && futures.length < codeLengthMax / 2) {
    const latest = futures.slice(-FUTURES_MAX);
    const code = codeOf({ ...bare, futures: latest.map((each) => shortened(each, commands)) });
    if (code.length <= codeLengthMax) return code;
  }
  return codeOf(bare);
}

/** @returns A run in which the simulation finds nothing wrong, or what is wrong with the code. Never throws. */
export function decodeRun(code: string, base: Scenario): CodedRun | { readonly problem: RunCodeProblem } {
  try {
    return code.length > CODE_CHARACTERS_MAX ? { problem: 'bad-run' } : readRun(code, base);
  } catch {
    return { problem: 'bad-run' };
  }
}

/** @throws When the code isn't base64url, JSON or packed JSON, or is nested too deeply. */
function readRun(code: string, base: Scenario): CodedRun | { readonly problem: RunCodeProblem } {
  const written = unpacked(code, base);
  if ('problem' in written) return written;
  const { scenario = {}, commands = [], futures = [], ...unknown } = written.run;
  if (!isRecord(scenario) || !Array.isArray(futures) || Object.keys(unknown).length > 0) {
    return { problem: 'bad-run' };
  }
  const whole = checkedScenario(merged(scenario, base));
  if (whole === null || !areCommands(commands, whole)) return { problem: 'bad-run' };
  if (futures.length > FUTURES_MAX) return { problem: 'bad-run' };
  const others = futures.map((each: unknown) => lengthened(each, commands));
  if (!others.every((each) => areCommands(each, whole))) return { problem: 'bad-run' };
  return { scenario: whole, commands, ...(others.length > 0 && { futures: others }) };
}

/** Values are plain data, so the scenario and the commands are already JSON. */
function codeOf(run: object): string {
  return base64urlnopad.encode(Uint8Array.from([VERSION, ...pack(run as Json, wordsOfVersion(VERSION))]));
}

/** The fields that a code holds, in the present version's words, not checked. */
function unpacked(
  code: string,
  base: Scenario,
): { readonly run: Readonly<Record<string, unknown>> } | { readonly problem: RunCodeProblem } {
  const bytes = base64urlnopad.decode(code);
  const [first = 0] = bytes;
  if (first === BRACE) {
    const written = fromJsonVersion(JSON.parse(utf8.encode(bytes)), base);
    return 'problem' in written ? written : { run: withPresentWords(written.run) };
  }
  if (first > VERSION && first < VERSIONS_MAX) return { problem: 'later-version' };
  if (first < FIRST_PACKED_VERSION || first > VERSION) return { problem: 'bad-run' };
  const run = unpack(bytes.subarray(1), wordsOfVersion(first));
  if (!isRecord(run)) return { problem: 'bad-run' };
  return { run: first === VERSION ? run : withPresentWords(run) };
}

/** A future as the number of leading commands that it shares with the present run, and then its own commands. */
function shortened(
  future: readonly Command[],
  commands: readonly Command[],
): readonly [number, ...Command[]] {
  const differs = future.findIndex((each, index) => {
    const other = commands[index];
    return other === undefined || commandText(each) !== commandText(other);
  });
  const kept = differs < 0 ? future.length : differs;
  return [kept, ...future.slice(kept)];
}

/** Not checked. Null for a value that isn't a future. */
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
