/** What an operator does to a running cluster, as plain data, and the operations that commands are made of. */
import type { Domain, Milestone, NodeId, RequestId } from './actor.ts';

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

/** A command's payload and its moment. Commands of the same moment take effect in the order of their list. */
export type Command<Payload> = { readonly moment: Moment } & Payload;

export type CommandResult =
  | 'done'
  | 'already-down'
  | 'already-up'
  | 'already-member'
  | 'already-cut'
  | 'not-cut'
  | 'no-such-node';

/** What commands do. The kernel doesn't look into their payloads. */
export interface CommandBehaviour<D extends Domain> {
  /** Whether the command can be carried out now. Changes nothing. */
  judge(payload: D['command'], cluster: ClusterOperations<D['instruction']>): CommandResult;
  /** Called only after `judge` returned `done`. */
  apply(payload: D['command'], cluster: ClusterOperations<D['instruction']>): void;
}

export interface NodeStatus {
  readonly isUp: boolean;
  readonly isMember: boolean;
}

/** A link in both directions. */
export type LinkEnds = readonly [NodeId, NodeId];

/** What a command can ask and change. Every operation on a node throws if the node doesn't exist. */
export interface ClusterOperations<NodeCommand> {
  /** In the order in which the nodes were given. */
  readonly nodes: readonly NodeId[];
  /** In the order in which they were cut. */
  readonly cuts: readonly LinkEnds[];
  has(node: NodeId): boolean;
  /** A node that can crash and restart; undefined for any other. */
  machine(node: NodeId): NodeStatus | undefined;
  /** A machine that can join and leave the cluster; undefined for any other node. */
  replaceable(node: NodeId): NodeStatus | undefined;
  crash(node: NodeId): void;
  restart(node: NodeId): void;
  add(node: NodeId): void;
  drain(node: NodeId): void;
  isCut(link: LinkEnds): boolean;
  /** Messages sent over a cut link are lost, and the sender isn't told. */
  cut(link: LinkEnds): void;
  heal(link: LinkEnds): void;
  /** Loses the next message that arrives from one node at another; null stands for any node. */
  drop(ends: { readonly from: NodeId | null; readonly to: NodeId | null }): void;
  /** Gives the node a command of its own; one that is down doesn't get it. */
  instruct(node: NodeId, instruction: NodeCommand): void;
}
