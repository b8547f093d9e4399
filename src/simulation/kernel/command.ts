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
export type Command<NodeCommand> = { readonly moment: Moment } & CommandPayload<NodeCommand>;

type CommandPayload<NodeCommand> =
  /** `add`: a node that stood by becomes a member. `drain`: a member finishes its work and leaves. */
  | { readonly kind: 'crash' | 'restart' | 'add' | 'drain'; readonly node: NodeId }
  /** The link between two nodes, in both directions: what is sent over a cut link is lost, and nobody is told. */
  | { readonly kind: 'cut' | 'heal'; readonly between: readonly [NodeId, NodeId] }
  /** Cuts every link between these nodes and all others. */
  | { readonly kind: 'partition'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'heal-all' }
  /** The next message to arrive from one node at another is lost on the way; null stands for any node. */
  | { readonly kind: 'drop'; readonly from: NodeId | null; readonly to: NodeId | null }
  | { readonly kind: 'instruct'; readonly nodes: readonly NodeId[]; readonly instruction: NodeCommand };

export type CommandResult =
  | 'done'
  | 'already-down'
  | 'already-up'
  | 'already-member'
  | 'already-cut'
  | 'not-cut'
  | 'no-such-node';
