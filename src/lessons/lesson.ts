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
  /** The first step that shows this, or `after` steps later. */
  | { readonly request: RequestId; readonly at: Milestone; readonly stepsOn?: number }
  /** The step of the command with this index, from 0, or `after` steps later. */
  | { readonly command: number; readonly stepsOn?: number }
  | 'end';

/** What a run is compared with: another variant, or its other side where the lesson has a fix. */
export type ComparedWith = VariantId | typeof OTHER_SIDE;
export const OTHER_SIDE = 'fix';

/** The stage at some point of a lesson: a run, and a step in it. It doesn't state the outcome. */
export interface SceneSetup<Of extends Scenario = Scenario> {
  /** Default: the lesson's. */
  readonly scenario?: Of;
  /** Commands given so far. Default: none. */
  readonly commands?: readonly Command[];
  readonly at: StepRef;
  readonly compareWith?: ComparedWith;
}

export interface Scene<Of extends Scenario = Scenario> extends SceneSetup<Of> {
  /** The key of its words, unique within its lesson. */
  readonly id: string;
  /** The required traces that it shows. */
  readonly traces: readonly TraceId[];
  /** Misconceptions about it. */
  readonly cards?: readonly CardId[];
}

export interface Lesson<Of extends Scenario = Scenario> {
  readonly id: LessonId;
  /** Lessons are taught in ascending order. The numbers leave room for more in between. */
  readonly order: number;
  readonly scenario: Of;
  /** Given in the run that it opens with. Default: none. */
  readonly commands?: readonly Command[];
  /** The scenario after a fix. A switch leads from one to the other. Default: there's no switch. */
  readonly fixed?: Of;
  /**
   * What is beside the stage in this lesson alone. `builder`: the fields that make a scenario, so any run can be one of this
   * lesson. `strategies`: the table of all strategies. Default: nothing.
   */
  readonly panel?: 'builder' | 'strategies';
  /** It opens paused at this step. */
  readonly opensAt: StepRef;
  /** In teaching order. */
  readonly scenes: readonly Scene<Of>[];
  /** The final setup. */
  readonly closing: SceneSetup<Of>;
}
