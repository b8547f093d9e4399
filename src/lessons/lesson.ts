/** What a lesson is: data, and nothing that decides an outcome. */
import type { Milestone, RequestId } from '../simulation/kernel/actor.ts';
import type { Scenario } from '../simulation/scenario.ts';

export interface Lesson {
  readonly id: string;
  readonly scenario: Scenario;
  /** It opens paused at the step that shows this. */
  readonly opensAt: { readonly request: RequestId; readonly at: Milestone };
}
