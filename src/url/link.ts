/** The contents of an address once its lesson and run are known. */
import { type ComparedWith, type Lesson, OTHER_SIDE } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import { type VariantId, variantsOf } from '../simulation/variants.ts';
import type { Problem } from './problem.ts';
import type { ParsedQuery } from './query.ts';
import type { CodedRun } from './run-code.ts';
import type { Query } from './schema.ts';

export { type ThemeId, themes } from './theme-choice.ts';

/** The contents of a link. Absent keys are left open. */
export interface Link extends Omit<Query, 'lesson' | 'incident' | 'fixed' | 'strategy' | 'scene'> {
  readonly lesson: Lesson;
  /** A variant that the scenario has; likewise `compare`. */
  readonly variant?: VariantId;
  /** A position in the lesson. It sets the run and the step, so there's no `step` beside it. */
  readonly lessonPosition?: LessonPosition;
  /** Null for the lesson's own. */
  readonly run: CodedRun | null;
  readonly problems: readonly Problem[];
}

export const RUN_PREFIX = '#run=';

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
  const has = (variant: ComparedWith) =>
    variant === OTHER_SIDE ? lesson.fixed !== undefined : variants.includes(variant);
  const fitting = <Id extends ComparedWith>(variant: Id | undefined) => {
    if (variant === undefined || has(variant)) return variant;
    misfits.push({ kind: 'unknown-strategy', value: variant });
    return undefined;
  };
  const variant = fitting(strategy);
  const compared = fitting(compare);
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
