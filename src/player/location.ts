/** Where a player is, as a value that another window can take over. */
import type { Lesson } from '../lessons/lesson.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { Run } from '../trace/run.ts';

/** What is on a stage, as a value. */
export interface PlayerLocation extends Pick<Run, 'scenario' | 'commands' | 'detail'> {
  readonly lesson: Lesson;
  /** Null while nothing is compared. */
  readonly compareWith: VariantId | null;
  /** Where the slider stands, from 0. */
  readonly place: number;
}
