/** What a query asks for, once its lesson and run are known. */
import { type ComparedWith, type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import { variantsOf } from '../simulation/variants.ts';
import type { Link } from './link.ts';
import { excerpt, type Problem } from './problem.ts';
import type { ParsedQuery } from './query.ts';
import type { CodedRun } from './run-code.ts';

/** @param found Problems with the lesson and the run. */
export function linkOf(
  { query, problems }: ParsedQuery,
  lesson: Lesson,
  run: CodedRun | null = null,
  found: readonly Problem[] = [],
): Link {
  const { lesson: _, incident: __, fixed: ___, strategy, compare, scene, step, ...rest } = query;
  const misfits: Problem[] = [];
  const variants = variantsOf(run?.scenario ?? lesson.scenario);
  const fitting = <Id extends ComparedWith>(
    ids: readonly Id[],
    asked: string | undefined,
  ): Id | undefined => {
    const found = ids.find((id) => id === asked);
    if (asked !== undefined && found === undefined) {
      misfits.push({ kind: 'unknown-strategy', value: excerpt(asked) });
    }
    return found;
  };
  const variant = fitting(variants, strategy);
  const compared = fitting(lesson.fixed === undefined ? variants : [...variants, OTHER_SIDE], compare);
  const hasScene = scene !== undefined && (scene === 'closing' || scene in lesson.scenes);
  if (scene !== undefined && !hasScene) {
    misfits.push({ kind: 'unknown-scene', value: String(Number(scene) + 1) });
  }
  const opensAtScene = hasScene && run === null;
  return {
    ...rest,
    lesson,
    run,
    problems: [...found, ...problems, ...misfits],
    ...(variant !== undefined && { variant }),
    ...(compared !== undefined && { compare: compared }),
    ...(opensAtScene && { lessonPosition: scene }),
    ...(step !== undefined && !opensAtScene && { step }),
  };
}
