/** What a lesson is: data, and nothing that decides an outcome. */
import type { Command } from '../simulation/cluster.ts';
import type { Milestone, RequestId } from '../simulation/kernel/actor.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { VariantId } from '../simulation/variants.ts';
import type { CardId } from './cards.ts';
import type { TraceId } from './traces.ts';

/** The name of the lesson's folder. A link may name any lesson, so it's checked where it is read. */
export type LessonId = string;

/** A step of a run, named so that it is the same one under every strategy. */
export type StepRef =
  /** The first step that shows this, or so many steps after it. */
  | { readonly request: RequestId; readonly at: Milestone; readonly stepsOn?: number }
  /** The step of the command of this index, from 0, or so many steps after it. */
  | { readonly command: number; readonly stepsOn?: number }
  | 'end';

/** What is on the stage at some point of a lesson: a run, and where in it. Nobody says what comes of it. */
export interface SceneSetup<Of extends Scenario = Scenario> {
  /** That of the lesson when left out. */
  readonly scenario?: Of;
  /** What has been done to the cluster by then; nothing when left out. */
  readonly commands?: readonly Command[];
  readonly at: StepRef;
  /** Shown beside it. */
  readonly compareWith?: VariantId;
}

export interface Scene<Of extends Scenario = Scenario> extends SceneSetup<Of> {
  /** Its words are found by it; unique within its lesson. */
  readonly id: string;
  /** What of the course it shows. */
  readonly traces: readonly TraceId[];
  /** What people often get wrong about it. */
  readonly cards?: readonly CardId[];
}

export interface Lesson<Of extends Scenario = Scenario> {
  readonly id: LessonId;
  /** Lessons are taught from the lowest to the highest; the numbers leave room for more in between. */
  readonly order: number;
  readonly scenario: Of;
  /** It opens paused at this step. */
  readonly opensAt: StepRef;
  /** Three to six, in the order in which they are taught. */
  readonly scenes: readonly Scene<Of>[];
  /** What it ends with. */
  readonly closing: SceneSetup<Of>;
}
