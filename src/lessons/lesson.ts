/** What a lesson is: data, and nothing that decides an outcome. */
import type { Milestone, RequestId } from '../simulation/kernel/actor.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';

export const lessonIds = ['clerk'] as const;
export type LessonId = (typeof lessonIds)[number];

export interface Lesson {
  readonly id: LessonId;
  readonly scenario: ClusterScenario;
  /** It opens paused at the step that shows this. */
  readonly opensAt: { readonly request: RequestId; readonly at: Milestone };
}
