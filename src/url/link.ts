/** The contents of an address once its lesson and run are known. */
import type { ComparedWith, Lesson } from '../lessons/lesson.ts';
import type { LessonPosition } from '../player/lesson-position.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Problem } from './problem.ts';
import type { CodedRun } from './run-code.ts';
import type { Query } from './schema.ts';

export { type ThemeId, themes } from './theme-choice.ts';

/** The contents of a link. Absent keys are left open. */
export interface Link
  extends Omit<Query, 'lesson' | 'incident' | 'fixed' | 'strategy' | 'compare' | 'scene'> {
  readonly lesson: Lesson;
  /** A variant that the scenario has. */
  readonly variant?: VariantId;
  /** A variant that the scenario has, or the other side of its fix. */
  readonly compare?: ComparedWith;
  /** A position in the lesson. It sets the run and the step, so there's no `step` beside it. */
  readonly lessonPosition?: LessonPosition;
  /** Null for the lesson's own. */
  readonly run: CodedRun | null;
  readonly problems: readonly Problem[];
}

export const RUN_PREFIX = '#run=';
