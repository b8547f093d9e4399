/** The address of what is on the screen, in both directions. */

import type { Lesson } from '../lessons/lesson.ts';
import { firstLesson, lessonById } from '../lessons/lessons.ts';
import { changed } from '../player/state.ts';
import type { Line } from '../simulation/application/line.ts';
import { type StrategyId, strategyIds } from '../simulation/placement/placement.ts';
import { type ClusterScenario, SERVERS_MAX } from '../simulation/scenario.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { checkScenario } from '../simulation/validation/check-scenario.ts';
import type { Run } from '../trace/run.ts';
import { type GuidePlace, guidePages, guidePlaceIn } from './guide-link.ts';
import type { Problem } from './problem.ts';
import { decodeRun, encodeRun, type RunChange } from './run-code.ts';

export const languages = ['ko', 'en'] as const;
export type LanguageId = (typeof languages)[number];

export const themes = ['light', 'dark', 'projector'] as const;
export type ThemeId = (typeof themes)[number];

/** What a link asks for; what it leaves open is absent. */
export interface Link {
  readonly lesson: Lesson;
  readonly strategy?: StrategyId;
  /** The strategy beside it, when two are compared. */
  readonly compare?: StrategyId;
  /** As people count, from 1. */
  readonly step?: number;
  readonly language?: LanguageId;
  readonly theme?: ThemeId;
  readonly isPresenting: boolean;
  /** What of the guide is open in place of the stage. */
  readonly guide?: GuidePlace;
  readonly run: RunChange;
  readonly problems: readonly Problem[];
}

const RUN_PREFIX = '#run=';

export function parseLink(search: string, hash: string): Link {
  const query = new URLSearchParams(search);
  const problems: Problem[] = [];
  const choose = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    kind: 'unknown-strategy' | 'unknown-language' | 'unknown-theme' | 'unknown-page',
  ): Choice | undefined => {
    const value = query.get(name);
    const choice = choices.find((each) => each === value);
    if (value !== null && choice === undefined) problems.push({ kind, value });
    return choice;
  };
  const lesson = parseLesson(query.get('lesson'), problems);
  const strategy = choose('strategy', strategyIds, 'unknown-strategy');
  const compare = choose('compare', strategyIds, 'unknown-strategy');
  const step = parseStep(query.get('step'), problems);
  const language = choose('lang', languages, 'unknown-language');
  const theme = choose('theme', themes, 'unknown-theme');
  choose('page', guidePages, 'unknown-page');
  const guide = guidePlaceIn(search);
  const run = parseRun(hash, lesson, problems);
  return {
    lesson,
    isPresenting: query.has('present'),
    run,
    problems,
    ...(strategy !== undefined && { strategy }),
    ...(compare !== undefined && { compare }),
    ...(step !== undefined && { step }),
    ...(language !== undefined && { language }),
    ...(theme !== undefined && { theme }),
    ...(guide !== null && { guide }),
  };
}

/** The query and hash under which a reload shows just this; the language stays as the reader's own choice. */
export function linkTo(search: string, lesson: Lesson, run: Run, step: number): string {
  const query = new URLSearchParams(search);
  const { strategy, balancing } = run.scenario;
  const script = scriptOf(run.scenario);
  query.set('lesson', lesson.id);
  query.set('strategy', strategy);
  query.set('step', String(step + 1));
  const change: RunChange = {
    commands: run.commands,
    ...(balancing !== lesson.scenario.balancing && { balancing }),
    ...(JSON.stringify(script) !== JSON.stringify(scriptOf(lesson.scenario)) && { script }),
  };
  const isPlain = change.commands.length === 0 && !change.balancing && !change.script;
  return `?${query}${isPlain ? '' : RUN_PREFIX + encodeRun(change)}`;
}

/** What the first client says. */
function scriptOf({ clients }: ClusterScenario): readonly Line[] {
  return clients[0]?.script ?? [];
}

function parseLesson(id: string | null, problems: Problem[]): Lesson {
  const lesson = id === null ? firstLesson : lessonById(id);
  if (lesson !== undefined) return lesson;
  problems.push({ kind: 'unknown-lesson', value: id ?? '' });
  return firstLesson;
}

function parseStep(text: string | null, problems: Problem[]): number | undefined {
  if (text === null) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  problems.push({ kind: 'bad-step', value: text });
  return undefined;
}

function parseRun(hash: string, lesson: Lesson, problems: Problem[]): RunChange {
  const nothing: RunChange = { commands: [] };
  if (!hash.startsWith(RUN_PREFIX)) return nothing;
  const change = decodeRun(hash.slice(RUN_PREFIX.length));
  if (!('problem' in change) && isSimulable(lesson, change)) return change;
  problems.push({ kind: 'problem' in change ? change.problem : 'bad-run' });
  return nothing;
}

/** Whether what the link says of a run makes sense together with the lesson's, on a stage. */
function isSimulable({ scenario }: Lesson, { commands, ...change }: RunChange): boolean {
  const whole = changed(scenario, change);
  const problems = checkScenario(whole, { serversMax: SERVERS_MAX });
  return problems.length === 0 && checkCommands(commands, whole).length === 0;
}
