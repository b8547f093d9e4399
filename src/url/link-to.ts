/** Writes the address of the present run and step. */
import type { Lesson } from '../lessons/lesson.ts';
import { commandText } from '../player/command-text.ts';
import { onSide, sideOf } from '../player/fix.ts';
import type { RunHistory } from '../player/history.ts';
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { withVariant } from '../simulation/variants.ts';
import type { Run } from '../trace/run.ts';
import { RUN_PREFIX } from './link.ts';
import { parseQuery, type QueryChanges, writeQuery } from './query.ts';
import { encodeRun, LINK_CODE_CHARACTERS_MAX } from './run-code.ts';
import { selectKeys } from './select-keys.ts';

/**
 * The query and hash that a reload needs to show the same. The language stays the reader's own choice.
 *
 * @param search Says what only the stage knows: the comparison, the focus, hidden nodes, and whether messages are drawn aslant.
 * @param history The other branches. They're in the link while it stays short.
 * @param codeLengthMax In characters. The limit for "short"; a file needs none.
 */
export function linkTo(
  search: string,
  lesson: Lesson,
  run: Run,
  step: number,
  history?: RunHistory,
  codeLengthMax = LINK_CODE_CHARACTERS_MAX,
): string {
  const query = writeQuery(search, {
    ...lessonKeysOf(lesson, run),
    strategy: variantOf(run.scenario),
    step: step + 1,
    detail: run.detail === 'essential' ? null : run.detail,
    scene: null,
    parts: null,
    fold: null,
  });
  return `${query}${hashOf(run, lesson, history, codeLengthMax)}`;
}

/** A lesson, or an incident with the side of its fix. */
function lessonKeysOf(lesson: Lesson, { scenario }: Run): QueryChanges {
  const side = sideOf(lesson, scenario);
  return side === null
    ? { lesson: lesson.id, incident: null, fixed: null }
    : { lesson: null, incident: lesson.id, fixed: side === 'after' };
}

/** The link with the reader's own choices, such as the language, from another address. */
export function withReadersChoices(link: string, search: string): string {
  const hashAt = link.includes('#') ? link.indexOf('#') : link.length;
  const chosen = selectKeys(parseQuery(search).query, ({ owner }) => owner === 'reader');
  return `${writeQuery(link.slice(0, hashAt), chosen)}${link.slice(hashAt)}`;
}

interface KnownHash {
  readonly lesson: Lesson;
  readonly history: RunHistory | undefined;
  readonly codeLengthMax: number;
  readonly hash: string;
}

/** Stepping through a run doesn't change its hash. */
const hashes = new WeakMap<Run, KnownHash>();

function hashOf(run: Run, lesson: Lesson, history: RunHistory | undefined, codeLengthMax: number): string {
  const known = hashes.get(run);
  const isKnown =
    known?.lesson === lesson && known.history === history && known.codeLengthMax === codeLengthMax;
  if (isKnown) return known.hash;
  const base = baseOf(lesson, run);
  const { scenario, commands } = run;
  const branches = otherBranches(history, commands);
  const isPlain =
    branches.length === 0 &&
    areSame(commands, lesson.commands ?? []) &&
    JSON.stringify(scenario) === JSON.stringify(base);
  const hash = isPlain ? '' : RUN_PREFIX + encodeRun({ scenario, commands, branches }, base, codeLengthMax);
  hashes.set(run, { lesson, history, codeLengthMax, hash });
  return hash;
}

/** The scenario that the rest of the link names. */
function baseOf(lesson: Lesson, { scenario }: Run): Scenario {
  const side = sideOf(lesson, scenario) ?? 'before';
  return withVariant(onSide(lesson, lesson.scenario, side), variantOf(scenario));
}

function areSame(some: readonly Command[], others: readonly Command[]): boolean {
  return some.length === others.length && isPrefix(some, others);
}

/** The branches that aren't ancestors of the present one. Undo reaches those anyway. */
export function otherBranches(
  history: RunHistory | undefined,
  commands: readonly Command[],
): readonly (readonly Command[])[] {
  const others = (history?.all ?? []).map((branch) => branch.commands);
  return others.filter((each) => !isPrefix(each, commands));
}

function isPrefix(some: readonly Command[], others: readonly Command[]): boolean {
  return some.every((each, index) => {
    const other = others[index];
    return other !== undefined && commandText(each) === commandText(other);
  });
}
