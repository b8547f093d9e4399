/**
 * What a lesson's text quotes, and the status codes that it names, occur in the runs that it describes: at the scene, or
 * on either side of the closing. In both languages.
 */
import { describe, expect, it } from 'vitest';
import type { Lesson, SceneSetup } from '../../src/lessons/lesson.ts';
import { type LessonWords, wordsOfLesson } from '../../src/lessons/lesson-words.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { loadLanguage } from '../../src/locales/languages.ts';
import { comparedScenario } from '../../src/player/compare.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import { isStatus, type Status } from '../../src/simulation/protocols/http.ts';
import type { Run } from '../../src/trace/run.ts';
import { shippedLanguages } from '../../src/url/languages.ts';
import { textsOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';

interface Passage {
  readonly name: string;
  readonly text: string;
  /** What people in a class answer is quoted too. Only the questions among these quotations are dialogue. */
  readonly isAnswers: boolean;
  readonly runs: readonly Run[];
}

function runsAt(
  lesson: Lesson,
  { scenario = lesson.scenario, commands = [], compareWith }: SceneSetup,
): Run[] {
  const compared = compareWith === undefined ? null : comparedScenario(lesson, scenario, compareWith);
  const sides = compared === null ? [scenario] : [scenario, compared];
  return sides.map((side) => runOf(side, commands));
}

function passagesOf(lesson: Lesson, words: LessonWords): Passage[] {
  const all = [{ at: lesson.opensAt }, ...lesson.scenes, lesson.closing].flatMap((setup) =>
    runsAt(lesson, setup),
  );
  const scenes = lesson.scenes.flatMap((scene): Passage[] => {
    const { heading, look, notes } = words.scenes[scene.id] ?? { heading: '', look: '', notes: null };
    const runs = runsAt(lesson, scene);
    return Object.entries({ heading, look, ...notes }).map(([name, text]) => ({
      name: `${scene.id} ${name}`,
      text,
      isAnswers: name === 'answers',
      // Notes compare with what would happen under another strategy.
      runs: name === 'answers' ? all : runs,
    }));
  });
  return [
    { name: 'opening', text: words.opening, isAnswers: false, runs: all },
    ...scenes,
    { name: 'closing', text: words.closing, isAnswers: false, runs: runsAt(lesson, lesson.closing) },
  ];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[.?!…,]+$/, '');
}

function quotationsIn({ text, isAnswers }: Passage): string[] {
  const quoted = [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
  return isAnswers ? quoted.filter((words) => words.endsWith('?')) : quoted;
}

/** Every text that a run shows. */
function shownBy(runs: readonly Run[], phrasebook: Phrasebook): string[] {
  return runs.flatMap((run) => textsOf(describeRun(run, phrasebook))).map(plain);
}

function unsaid(passage: Passage, phrasebook: Phrasebook): string[] {
  const quotations = quotationsIn(passage);
  if (quotations.length === 0) return [];
  const shown = shownBy(passage.runs, phrasebook);
  return quotations
    .filter((words) => !shown.some((text) => text.includes(plain(words))))
    .map((words) => `${passage.name}: “${words}”`);
}

/** "No 401", and words for the same: such a code must not occur, or it's an option to choose from. */
const negated =
  /\bno (?:\d{3})|\d{3}(?:이|은|도,?) (?:되묻는 말도 )?(?:없|사라)|\d{3}(?: or |일까요, )\d{3}/gi;

function statusesIn({ text, isAnswers }: Passage): Status[] {
  if (isAnswers) return [];
  const digits = text.replaceAll(negated, '').matchAll(/(?<![\d,])\d{3}(?![\d,])/g);
  const numbers = [...digits].map(([code]) => Number(code));
  return numbers.filter(isStatus);
}

function statusesOf(runs: readonly Run[]): Set<number> {
  const statuses = new Set<number>();
  for (const { events } of runs) {
    for (const event of events) {
      if (!('message' in event)) continue;
      const { body } = event.message;
      if (body.kind === 'http-response') statuses.add(body.status);
      // Over TCP a response is data.
      if (body.kind !== 'tcp-segment') continue;
      const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(body.data) ?? [];
      if (status !== undefined) statuses.add(Number(status));
    }
  }
  return statuses;
}

function unanswered(passage: Passage): string[] {
  const named = statusesIn(passage);
  if (named.length === 0) return [];
  const answered = statusesOf(passage.runs);
  return named.filter((status) => !answered.has(status)).map((status) => `${passage.name}: ${status}`);
}

const loaded = await Promise.all(
  shippedLanguages.map(async (language) => {
    const { phrasebook, viewText } = await loadLanguage(language);
    return { language, phrasebook, words: await viewText.loadLessonWords() };
  }),
);

describe.each(loaded)('the lessons in $language', ({ phrasebook, words }) => {
  it.each(lessons)('quote in $id what their runs say', (lesson) => {
    const passages = passagesOf(lesson, wordsOfLesson(words, lesson));
    expect(passages.flatMap((passage) => unsaid(passage, phrasebook))).toEqual([]);
  });

  it.each(lessons)('name in $id the status codes of their runs', (lesson) => {
    const passages = passagesOf(lesson, wordsOfLesson(words, lesson));
    expect(passages.flatMap(unanswered)).toEqual([]);
  });

  it('quote and name enough for this to be a test', () => {
    const passages = lessons.flatMap((lesson) => passagesOf(lesson, wordsOfLesson(words, lesson)));
    expect(passages.flatMap(quotationsIn).length).toBeGreaterThan(10);
    expect(passages.flatMap(statusesIn).length).toBeGreaterThan(15);
  });
});
