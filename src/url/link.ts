/** What an address asks for. */

import { firstLesson } from '../lessons/first-lesson.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { type VariantId, variantsOf } from '../simulation/variants.ts';
import type { Detail } from '../trace/visible-events.ts';
import { type GuidePlace, guidePages, guidePlaceIn } from './guide-link.ts';
import { type LanguageId, languages } from './languages.ts';
import type { Problem } from './problem.ts';
import type { CodedRun, RunCodeProblem } from './run-code.ts';

export const themes = ['light', 'dark', 'projector'] as const;
export type ThemeId = (typeof themes)[number];

const details: readonly Detail[] = ['essential', 'full'];

/** What a link asks for; what it leaves open is absent. */
export interface Link {
  readonly lesson: Lesson;
  /** One that the scenario has. */
  readonly variant?: VariantId;
  /** The variant beside it, when two are compared. */
  readonly compare?: VariantId;
  /** Where in the lesson; it says all that the rest leaves open. */
  readonly lessonPosition?: LessonPosition;
  /** The essential when left out. */
  readonly detail?: Detail;
  /** As people count, from 1. */
  readonly step?: number;
  readonly language?: LanguageId;
  readonly theme?: ThemeId;
  readonly isPresenting: boolean;
  /** Shown inside another page. */
  readonly isEmbedded: boolean;
  /** Whether it stops and asks before what decides. */
  readonly isPredicting: boolean;
  /** The page is the presenter's own window, of the show of this name; empty for one without a name. */
  readonly presenter?: string;
  /** What of the guide is open in place of the stage. */
  readonly guide?: GuidePlace;
  /** Null for the lesson's own. */
  readonly run: CodedRun | null;
  readonly problems: readonly Problem[];
}

/** What reads the parts of a link that most links do not have. */
export interface LinkReaders {
  lessonById(id: string): Lesson | undefined;
  readRun(code: string, base: Scenario): CodedRun | { readonly problem: RunCodeProblem };
}

export const RUN_PREFIX = '#run=';
const VALUE_CHARACTERS_MAX = 60;
const SHOW_CHARACTERS_MAX = 64;

export function linkIn(search: string, hash: string, readers: LinkReaders): Link {
  const query = new URLSearchParams(search);
  const problems: Problem[] = [];
  const choose = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    kind: 'unknown-strategy' | 'unknown-detail' | 'unknown-language' | 'unknown-theme' | 'unknown-page',
  ): Choice | undefined => {
    const value = query.get(name);
    const choice = choices.find((each) => each === value);
    if (value !== null && choice === undefined) problems.push({ kind, value: excerpt(value) });
    return choice;
  };
  const lesson = parseLesson(query.get('lesson'), readers, problems);
  const run = parseRun(hash, lesson, readers, problems);
  const variants = variantsOf(run?.scenario ?? lesson.scenario);
  const variant = choose('strategy', variants, 'unknown-strategy');
  const compare = choose('compare', variants, 'unknown-strategy');
  const detail = choose('detail', details, 'unknown-detail');
  const lessonPosition = parseLessonPosition(query.get('scene') ?? query.get('beat'), lesson, problems);
  const step = parseStep(query.get('step'), problems);
  const language = choose(
    'lang',
    languages.map(({ id }) => id),
    'unknown-language',
  );
  const theme = choose('theme', themes, 'unknown-theme');
  choose('page', guidePages, 'unknown-page');
  const guide = guidePlaceIn(search);
  const presenter =
    query
      .get('presenter')
      ?.replaceAll(/[^\w-]/g, '')
      .slice(0, SHOW_CHARACTERS_MAX) ?? null;
  return {
    lesson,
    isPresenting: query.has('present'),
    isEmbedded: query.has('embed'),
    isPredicting: query.has('predict'),
    run,
    problems,
    ...(variant !== undefined && { variant }),
    ...(compare !== undefined && { compare }),
    ...(detail !== undefined && { detail }),
    ...(lessonPosition !== undefined && { lessonPosition }),
    ...(step !== undefined && { step }),
    ...(language !== undefined && { language }),
    ...(theme !== undefined && { theme }),
    ...(guide !== null && { guide }),
    ...(presenter !== null && { presenter }),
  };
}

/** As much of it as a message can say again. */
function excerpt(value: string): string {
  return value.length <= VALUE_CHARACTERS_MAX ? value : `${value.slice(0, VALUE_CHARACTERS_MAX)}…`;
}

function parseLesson(id: string | null, readers: LinkReaders, problems: Problem[]): Lesson {
  const lesson = id === null ? firstLesson : readers.lessonById(id);
  if (lesson !== undefined) return lesson;
  problems.push({ kind: 'unknown-lesson', value: excerpt(id ?? '') });
  return firstLesson;
}

function parseStep(text: string | null, problems: Problem[]): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  problems.push({ kind: 'bad-step', value: excerpt(text) });
  return undefined;
}

/** Beats are counted from 1. */
function parseLessonPosition(
  text: string | null,
  { scenes }: Lesson,
  problems: Problem[],
): LessonPosition | undefined {
  if (text === null) return undefined;
  if (text === 'closing') return text;
  const index = /^\d{1,3}$/.test(text) ? Number(text) - 1 : -1;
  if (index in scenes) return index;
  problems.push({ kind: 'unknown-scene', value: excerpt(text) });
  return undefined;
}

function parseRun(hash: string, lesson: Lesson, readers: LinkReaders, problems: Problem[]): CodedRun | null {
  if (!hash.startsWith(RUN_PREFIX)) return null;
  const run = readers.readRun(hash.slice(RUN_PREFIX.length), lesson.scenario);
  if (!('problem' in run)) return run;
  problems.push({ kind: run.problem });
  return null;
}
