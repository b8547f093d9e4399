/**
 * A run as a file. Version 1 is a link in versioned JSON, so that format and validation are shared with links. Version 2
 * is a scenario file, which people can read and write.
 */
import * as v from 'valibot';
import { parseLink } from './parse-link.ts';
import { parseQuery, writeQuery } from './query.ts';
import { CODE_CHARACTERS_MAX } from './run-code.ts';
import {
  readScenarioFile,
  SCENARIO_FILE_VERSION,
  type ScenarioFileProblem,
  scenarioLink,
} from './scenario-file.ts';
import { selectKeys } from './select-keys.ts';

const VERSION = 1;
/** The longest run code, plus the rest of the link and the JSON. */
const FILE_CHARACTERS_MAX = CODE_CHARACTERS_MAX + 10_000;

export const RUN_FILE_NAME = 'run.statescope.json';

const runFile = v.strictObject({ statescope: v.literal(VERSION), link: v.string() });

export type RunFileProblem = 'bad-run-file' | 'later-run-file' | 'bad-scenario-file';

type ReadRunFile =
  | { readonly link: string }
  /** `fields`: the wrong ones of a scenario file. */
  | { readonly problem: RunFileProblem; readonly fields?: readonly string[] };

/** @param link A link made by `linkTo` with `CODE_CHARACTERS_MAX`, so that it has all branches. */
export function writeRunFile(link: string): string {
  return `${JSON.stringify({ statescope: VERSION, link }, null, 2)}\n`;
}

/** A text can begin with a brace without being a file of ours. A damaged file still has its first name. */
export function looksLikeRunFile(text: string): boolean {
  return /^\s*\{\s*"(?:statescope|\$schema)"/.test(text);
}

/** @returns A link that can be opened completely, or the problem with the file. */
export function readRunFile(text: string): ReadRunFile {
  if (text.length > FILE_CHARACTERS_MAX) return { problem: 'bad-run-file' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'bad-run-file' };
  }
  const version = v.safeParse(v.object({ statescope: v.pipe(v.number(), v.integer()) }), value);
  const number = version.success ? version.output.statescope : VERSION;
  if (number === SCENARIO_FILE_VERSION) return ofScenario(text);
  if (number > SCENARIO_FILE_VERSION) return { problem: 'later-run-file' };
  const file = v.safeParse(runFile, value);
  if (!file.success) return { problem: 'bad-run-file' };
  const { link } = file.output;
  const hashAt = link.includes('#') ? link.indexOf('#') : link.length;
  const [search, hash] = [link.slice(0, hashAt), link.slice(hashAt)];
  const { problems } = parseLink(search, hash);
  if (problems.some(({ kind }) => kind === 'later-version')) return { problem: 'later-run-file' };
  if (problems.length > 0 || !search.startsWith('?')) return { problem: 'bad-run-file' };
  return { link: `${onlyRun(search) || '?'}${hash}` };
}

/** A scenario file opens in the sandbox, where it can be changed. */
function ofScenario(text: string): ReadRunFile {
  const read = readScenarioFile(text);
  return 'problem' in read
    ? { problem: 'bad-scenario-file', fields: fieldsOf(read.problem) }
    : { link: scenarioLink(read) };
}

function fieldsOf(problem: ScenarioFileProblem): readonly string[] {
  return problem.kind === 'fields' ? problem.problems.map(({ field }) => field) : [];
}

/** Without the reader's own choices, such as the language: a file doesn't change those. */
function onlyRun(search: string): string {
  const { query } = parseQuery(search);
  return writeQuery(
    '',
    selectKeys(query, ({ owner, isShared }) => owner === 'run' && isShared),
  );
}
