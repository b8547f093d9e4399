/** Operator commands, as plain data, and the operations on a cluster that they're built from. */
import type { Domain, Milestone, NodeId, RequestId } from './actor.ts';

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

/** A point of virtual time, for a command that belongs to no request. */
export interface PointInTime {
  /** Virtual microseconds since the run began. */
  readonly atUs: number;
}

/** A command's payload and its moment. Commands with equal moments take effect in list order. */
export type Command<Payload> = { readonly moment: Moment | PointInTime } & Payload;

export type CommandResult =
  | 'done'
  | 'already-down'
  | 'already-up'
  | 'already-frozen'
  | 'not-frozen'
  | 'already-member'
  | 'already-cut'
  | 'not-cut'
  | 'no-such-node';

/** What commands do. The kernel doesn't look into their payloads. */
export interface CommandBehaviour<D extends Domain> {
  /** Whether the command can be executed now. Changes nothing. */
  judge(payload: D['command'], cluster: ClusterOperations<D['nodeCommand']>): CommandResult;
  /** Called only after `judge` returned `done`. */
  apply(payload: D['command'], cluster: ClusterOperations<D['nodeCommand']>): void;
}

/**
 * `process`: the process dies, and its operating system closes its connections. `machine`: the machine goes dark, so
 * nothing answers.
 */
export type CrashKind = 'process' | 'machine';

export interface NodeStatus {
  readonly isUp: boolean;
  /** Up, but its process stands still. */
  readonly isFrozen: boolean;
  readonly isMember: boolean;
}

/** A link in both directions. */
export type LinkEnds = readonly [NodeId, NodeId];

/** Queries and operations that are open to a command. Each operation on a node throws if the node doesn't exist. */
export interface ClusterOperations<NodeCommand> {
  /** In configuration order. */
  readonly nodes: readonly NodeId[];
  /** In the order of the cuts. */
  readonly cuts: readonly LinkEnds[];
  has(node: NodeId): boolean;
  /** A node that can crash and restart; undefined for any other. */
  machine(node: NodeId): NodeStatus | undefined;
  /** A machine that can join and leave the cluster; undefined for any other node. */
  replaceable(node: NodeId): NodeStatus | undefined;
  /** @param how Without it, connections are reset as when a process dies, and datagrams are lost. */
  crash(node: NodeId, how?: CrashKind): void;
  freeze(node: NodeId): void;
  thaw(node: NodeId): void;
  restart(node: NodeId): void;
  add(node: NodeId): void;
  drain(node: NodeId): void;
  isCut(link: LinkEnds): boolean;
  /** Cuts a link. A cut link drops messages silently. */
  cut(link: LinkEnds): void;
  heal(link: LinkEnds): void;
  /** Drops the next message between two nodes on the way; null matches any node. */
  drop(ends: { readonly from: NodeId | null; readonly to: NodeId | null }): void;
  /** Sends the node a node command. A node that is down doesn't get it. */
  instruct(node: NodeId, instruction: NodeCommand): void;
}
