/** A player's location, as a value that another window can take over. */
import type { Lesson } from '../lessons/lesson.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Run } from '../trace/run.ts';
import type { LessonPosition } from './lesson-position.ts';

/** The contents of a stage, as a value. */
export interface PlayerLocation extends Pick<Run, 'scenario' | 'commands' | 'detail'> {
  readonly lesson: Lesson;
  /** Null while not comparing. */
  readonly compareWith: VariantId | null;
  readonly lessonPosition: LessonPosition;
  /** The slider's position, from 0. */
  readonly place: number;
}
