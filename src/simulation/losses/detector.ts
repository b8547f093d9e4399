/** Finds one family of losses in a run's events. */
import type { ClusterEvent } from '../cluster.ts';
import type { TraceEventKind } from '../kernel/trace-event.ts';
import type { ReportEnd } from './loss.ts';
import type { SessionStates } from './session-states.ts';

export interface LossDetector {
  /** Called for each event of its kinds before `states` follows it, so `states` has what was there before. */
  see(event: ClusterEvent): void;
}

export interface DetectorDescriptor {
  /** The kinds of events that it sees. A run can have millions of events, and most mean nothing to most detectors. */
  readonly kinds: readonly TraceEventKind[] | 'all';
  create(states: SessionStates, report: ReportEnd): LossDetector;
}
