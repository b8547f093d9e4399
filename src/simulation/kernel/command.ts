/** What a person does to a running cluster, as plain data. */
import type { Milestone, NodeId, RequestId } from './actor.ts';

/**
 * When a command takes effect, told by the run's own landmarks: the clock reads otherwise under another
 * strategy, but every strategy sends request 2. A request that settles without arriving has its `arrived` there.
 */
export interface Moment {
  readonly request: RequestId;
  readonly at: Milestone;
  /** Virtual microseconds after the landmark, 0 or more. */
  readonly offsetUs: number;
}

/** Commands of the same moment take effect in the order of their list. */
export type Command =
  | { readonly kind: 'crash'; readonly node: NodeId; readonly moment: Moment }
  | { readonly kind: 'restart'; readonly node: NodeId; readonly moment: Moment };

export type CommandResult = 'done' | 'already-down' | 'already-up' | 'no-such-node';
