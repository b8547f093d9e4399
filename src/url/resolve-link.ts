/** Finds the lesson and the run that a link asks for. It needs all lessons, so it can be loaded later. */
import { firstLesson } from '../lessons/first-lesson.ts';
import { lessonById } from '../lessons/lessons.ts';
import { type Link, linkOf, RUN_PREFIX } from './link.ts';
import { excerpt, type Problem } from './problem.ts';
import type { ParsedQuery } from './query.ts';
import { decodeRun } from './run-code.ts';

export function resolveLink(parsed: ParsedQuery, hash: string): Link {
  const problems: Problem[] = [];
  const { lesson: id } = parsed.query;
  const lesson = id === undefined ? firstLesson : lessonById(id);
  if (lesson === undefined) problems.push({ kind: 'unknown-lesson', value: excerpt(id ?? '') });
  const shown = lesson ?? firstLesson;
  if (!hash.startsWith(RUN_PREFIX)) return linkOf(parsed, shown, null, problems);
  const run = decodeRun(hash.slice(RUN_PREFIX.length), shown.scenario);
  if (!('problem' in run)) return linkOf(parsed, shown, run, problems);
  return linkOf(parsed, shown, null, [...problems, { kind: run.problem }]);
}
