/** A player's location, as a value that another window can take over. */
import type { ComparedWith, Lesson } from '../lessons/lesson.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from '../trace/run.ts';
import type { LessonPosition } from './lesson-position.ts';
import type { Transit } from './transit-choice.ts';

/** The contents of a stage, as a value. */
export interface PlayerLocation extends Pick<Run, 'scenario' | 'commands' | 'detail'> {
  readonly lesson: Lesson;
  /** Null while not comparing. */
  readonly compareWith: ComparedWith | null;
  readonly lessonPosition: LessonPosition;
  readonly transit: Transit | null;
  /** The node whose messages stand out. */
  readonly focus: NodeId | null;
  /** Nodes that aren't shown. */
  readonly hidden: readonly NodeId[];
  /** The slider's position, from 0. */
  readonly timelineIndex: number;
}
