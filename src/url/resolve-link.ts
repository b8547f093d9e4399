/** Finds the lesson and the run that a link asks for. It needs all lessons and incidents, so it can be loaded later. */
import { incidentById } from '../incidents/incidents.ts';
import { firstLesson } from '../lessons/first-lesson.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { lessonById } from '../lessons/lessons.ts';
import { onSide } from '../player/fix.ts';
import { type Link, RUN_PREFIX } from './link.ts';
import { linkOf } from './link-of.ts';
import { excerpt, type Problem } from './problem.ts';
import type { ParsedQuery } from './query.ts';
import { type CodedRun, decodeRun } from './run-code.ts';

export function resolveLink(parsed: ParsedQuery, hash: string): Link {
  const { lesson, problem } = findLesson(parsed);
  const problems: readonly Problem[] = problem === null ? [] : [problem];
  const own = ownRun(lesson, parsed);
  if (!hash.startsWith(RUN_PREFIX)) return linkOf(parsed, lesson, own, problems);
  const run = decodeRun(hash.slice(RUN_PREFIX.length), own?.scenario ?? lesson.scenario);
  if (!('problem' in run)) return linkOf(parsed, lesson, run, problems);
  return linkOf(parsed, lesson, own, [...problems, { kind: run.problem }]);
}

interface Found {
  readonly lesson: Lesson;
  readonly problem: Problem | null;
}

/** An incident is a lesson as well. A link has one or the other. */
function findLesson({ query }: ParsedQuery): Found {
  const { lesson: id, incident } = query;
  if (incident !== undefined) {
    const found = incidentById(incident);
    if (found !== undefined) return { lesson: found, problem: null };
    return { lesson: firstLesson, problem: { kind: 'unknown-incident', value: excerpt(incident) } };
  }
  const lesson = id === undefined ? firstLesson : lessonById(id);
  if (lesson !== undefined) return { lesson, problem: null };
  return { lesson: firstLesson, problem: { kind: 'unknown-lesson', value: excerpt(id ?? '') } };
}

/** The run that an incident's link names without a code; null for a lesson, which opens with its own. */
function ownRun(lesson: Lesson, { query }: ParsedQuery): CodedRun | null {
  if (lesson.fixed === undefined) return null;
  const scenario = onSide(lesson, lesson.scenario, query.fixed === true ? 'after' : 'before');
  return { scenario, commands: lesson.commands ?? [], branches: [] };
}
