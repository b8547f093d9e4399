/** A challenge that a reader has made, in an address: packed as base64url. The input is untrusted. */
import { base64urlnopad } from '@scure/base';
import { bans, type Challenge } from '../lab/repair/challenge.ts';
import { FAULTS_MOST, patternKinds, targets } from '../lab/repair/fault-rule.ts';
import { troubleIds } from '../lab/repair/goals.ts';
import { settingIds } from '../lab/repair/settings.ts';
import sandbox from '../lessons/sandbox/lesson.ts';
import {
  list,
  object,
  oneOf,
  orNull,
  problemsOf,
  text,
  wholeNumber,
} from '../simulation/validation/check.ts';
import { type Json, pack, unpack } from './packed-json.ts';
import { CODE_CHARACTERS_MAX, decodeRun, encodeRun } from './run-code.ts';

export interface MadeChallenge extends Challenge {
  readonly title: string;
}

/** What its maker chooses. */
export type ChallengeChoices = Pick<MadeChallenge, 'title' | 'goal' | 'faults' | 'budget' | 'settings'>;

export const TITLE_CHARACTERS_MAX = 60;
export const BYTES_MAX = 100_000;
/** First character of a code. IDs are lower-case, so no ID is a code. */
const VERSION = 'A';
const COST_MAX = 1_000_000;

/** @param min How many a list must have that a whole challenge can't leave empty. */
const choices = (min: 0 | 1) => ({
  title: text(TITLE_CHARACTERS_MAX),
  goal: object({
    never: list(oneOf(troubleIds), { min, max: troubleIds.length }),
    bytesMax: wholeNumber(0, BYTES_MAX),
  }),
  faults: object({
    kinds: list(oneOf(patternKinds), { min, max: patternKinds.length }),
    on: oneOf(targets),
    most: wholeNumber(1, FAULTS_MOST),
  }),
  budget: object({
    changesMax: orNull(wholeNumber(1, settingIds.length)),
    bans: list(oneOf(bans), { min: 0, max: bans.length }),
  }),
  settings: list(oneOf(settingIds), { min, max: settingIds.length }),
});

const checkChoices = object(choices(0));

/** All but the run, which has a code of its own. */
const check = object({
  ...choices(1),
  run: text(CODE_CHARACTERS_MAX),
  par: object({ changes: wholeNumber(1, settingIds.length), cost: wholeNumber(0, COST_MAX) }),
});

export function challengeCode(challenge: MadeChallenge): string {
  const { scenario, commands, title, goal, faults, budget, settings, par } = challenge;
  const run = encodeRun({ scenario, commands }, sandbox.scenario);
  const given = { title, run, goal, faults, budget, settings, par };
  return `${VERSION}${base64urlnopad.encode(pack(given as unknown as Json, []))}`;
}

/** @returns Null for a code that isn't one. Never throws. */
export function readChallengeCode(code: string): MadeChallenge | null {
  if (!code.startsWith(VERSION) || code.length > CODE_CHARACTERS_MAX) return null;
  try {
    const given = unpack(base64urlnopad.decode(code.slice(VERSION.length)), []);
    if (problemsOf(given, check).length > 0) return null;
    // What passes the check has this type.
    const { run, ...rest } = given as unknown as Omit<MadeChallenge, 'scenario' | 'commands'> & {
      run: string;
    };
    const read = decodeRun(run, sandbox.scenario);
    if ('problem' in read || read.scenario.kind !== 'cluster') return null;
    return { ...rest, scenario: read.scenario, commands: read.commands };
  } catch {
    return null;
  }
}

/** Choices that this browser has kept as JSON, perhaps not complete. Null for another text. */
export function readChoices(json: string): ChallengeChoices | null {
  try {
    const given: unknown = JSON.parse(json);
    return problemsOf(given, checkChoices).length === 0 ? (given as ChallengeChoices) : null;
  } catch {
    return null;
  }
}
