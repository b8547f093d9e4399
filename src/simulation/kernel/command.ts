/** Operator commands, as plain data. */
import type { Milestone, NodeId, RequestId } from './actor.ts';

/**
 * When a command takes effect, relative to a landmark of the run. Clock times differ between strategies, but every
 * strategy sends request 2. A request that settles without arriving counts as arrived at that moment.
 */
export interface Moment {
  readonly request: RequestId;
  readonly at: Milestone;
  /** Virtual microseconds after the landmark, 0 or more. */
  readonly offsetUs: number;
}

/** Commands with equal moments take effect in list order. */
export type Command<NodeCommand> = { readonly moment: Moment } & CommandPayload<NodeCommand>;

type CommandPayload<NodeCommand> =
  /** `add`: a standby node becomes a member. `drain`: a member finishes its work and leaves. */
  | { readonly kind: 'crash' | 'restart' | 'add' | 'drain'; readonly node: NodeId }
  /** Cuts or heals the link between two nodes, in both directions. A cut link drops messages silently. */
  | { readonly kind: 'cut' | 'heal'; readonly between: readonly [NodeId, NodeId] }
  /** Cuts every link between these nodes and all others. */
  | { readonly kind: 'partition'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'heal-all' }
  /** Drops the next message between two nodes on the way; null matches any node. */
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
