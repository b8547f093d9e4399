/** Finds one family of losses in a run's events. */
import type { ClusterEvent } from '../cluster.ts';
import type { ReportEnd } from './loss.ts';
import type { SessionStates } from './session-states.ts';

export interface LossDetector {
  /** Called for each event before `states` follows it, so `states` has what was there before. */
  see(event: ClusterEvent): void;
}

export type CreateDetector = (states: SessionStates, report: ReportEnd) => LossDetector;
