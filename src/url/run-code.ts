/** A run in a link: its differences from its lesson, packed, as base64url. The input is untrusted. */
import { base64urlnopad, utf8 } from '@scure/base';
import { commandText } from '../player/command-text.ts';
import type { Command } from '../simulation/cluster.ts';
import { completeScenario } from '../simulation/complete-scenario.ts';
import { type Scenario, SERVERS_MAX } from '../simulation/scenario.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';
import { isRecord } from '../simulation/validation/is-record.ts';
import { type Json, pack, unpack } from './packed-json.ts';
import { fromJsonVersion } from './run-code-json.ts';
import { withPresentWords } from './run-migration.ts';
import { wordsOfVersion } from './run-words.ts';

/** First byte of a code. Versions 1 and 2 were JSON, which starts with a brace. */
const VERSION = 4;
const FIRST_PACKED_VERSION = 3;
const BRACE = 0x7b;
/** First bytes below this are reserved for versions. Anything above isn't a run code. */
const VERSIONS_MAX = 32;
/** A bound on hostile input. The longest real run is far shorter. */
export const CODE_CHARACTERS_MAX = 1_000_000;
/** Branches are in a link only while its code stays this short, so that people can send the link. */
export const LINK_CODE_CHARACTERS_MAX = 300;
/** Limit of kept branches; the latest are kept. */
export const BRANCHES_MAX = 1_000;

/** Limits of what a stage can show and a page can simulate in time. */
export const pageLimits = { serversMax: SERVERS_MAX, clientsMax: 40, linesMax: 5_000 };

export interface CodedRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  /** The commands of other branches that were tried. */
  readonly branches?: readonly (readonly Command[])[];
}

export type RunCodeProblem = 'bad-run' | 'later-version';

/**
 * @param base The scenario that readers already have. Only the fields that differ from it are written.
 * @param codeLengthMax In characters. If the branches would make the code longer, all of them are left out.
 */
export function encodeRun(
  { scenario, commands, branches = [] }: CodedRun,
  base: Scenario,
  codeLengthMax: number = CODE_CHARACTERS_MAX,
): string {
  const difference = differenceOf(scenario, base);
  const bare = {
    ...(commands.length > 0 && { commands }),
    ...(difference !== null && { scenario: difference }),
  };
  // A branch takes two bytes or more, so with this many there's no point in trying.
  if (branches.length > 0 && branches.length < codeLengthMax / 2) {
    const latest = branches.slice(-BRANCHES_MAX);
    // Codes call them `futures`, and links are kept for years.
    const code = codeOf({ ...bare, futures: latest.map((each) => shortened(each, commands)) });
    if (code.length <= codeLengthMax) return code;
  }
  return codeOf(bare);
}

/** @returns A valid run, or the problem with the code. Never throws. */
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
  const whole = checkedScenario(completeScenario(merged(scenario, base)));
  if (whole === null || !areCommands(commands, whole)) return { problem: 'bad-run' };
  if (futures.length > BRANCHES_MAX) return { problem: 'bad-run' };
  const others = futures.map((each: unknown) => lengthened(each, commands));
  // Earlier versions have written branches of other scenes. Without them, the run can still be shown.
  const branches = others.filter((each) => areCommands(each, whole));
  return { scenario: whole, commands, ...(branches.length > 0 && { branches }) };
}

/** Values are plain data, so the scenario and the commands are already JSON. */
function codeOf(run: object): string {
  return base64urlnopad.encode(Uint8Array.from([VERSION, ...pack(run as Json, wordsOfVersion(VERSION))]));
}

/** The fields of a code in the present version's spelling, not checked. */
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

/** A branch as the number of leading commands that it shares with the present run, and then its own commands. */
function shortened(
  branch: readonly Command[],
  commands: readonly Command[],
): readonly [number, ...Command[]] {
  const differs = branch.findIndex((each, index) => {
    const other = commands[index];
    return other === undefined || commandText(each) !== commandText(other);
  });
  const kept = differs < 0 ? branch.length : differs;
  return [kept, ...branch.slice(kept)];
}

/** Not checked. Null for a value that isn't a branch. */
function lengthened(branch: unknown, commands: readonly Command[]): unknown {
  if (!Array.isArray(branch)) return null;
  const [kept, ...others]: unknown[] = branch;
  return typeof kept === 'number' ? [...commands.slice(0, kept), ...others] : null;
}

/** The whole scenario if it's of another kind; otherwise the fields that differ from the base's. */
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

/** Null for a scenario that can't be simulated, or not on a stage. A scenario that passes the checks has this type. */
function checkedScenario(scenario: unknown): Scenario | null {
  return checkScenario(scenario, pageLimits).length === 0 ? (scenario as Scenario) : null;
}

function areCommands(commands: unknown, scenario: Scenario): commands is readonly Command[] {
  return checkCommands(commands, scenario).length === 0;
}
