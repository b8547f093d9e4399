/** What a run is given, how it can be paused, and what bounds it. */
import type { Domain, NodeId } from './actor.ts';
import type { Command, CommandBehaviour } from './command.ts';
import type { Network } from './network.ts';
import type { NodeSpec } from './node.ts';
import type { Sink } from './trace-event.ts';

export interface RunOptions<D extends Domain> {
  readonly nodes: readonly NodeSpec<D>[];
  readonly network: Network;
  /** Whether connections survive a cut of their link. Otherwise their messages are lost. */
  readonly retransmits?: boolean;
  readonly seed: number;
  readonly commands?: readonly Command<D['command']>[];
  /** What the commands do. Required only when there are commands. */
  readonly commandBehaviour?: CommandBehaviour<D>;
  /** Nodes that commands can crash and restart. Default: all. */
  readonly machines?: readonly NodeId[];
  /** Machines that commands can add and drain. Default: all. */
  readonly replaceable?: readonly NodeId[];
  /** Shared addresses: a message to one goes to the first of its nodes that is up. */
  readonly addresses?: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly sink: Sink<D>;
  readonly limits?: Partial<RunLimits>;
}

/** A run that stops on the way. */
export interface PausedRun<D extends Domain> {
  /** Number of events so far. */
  readonly reported: number;
  /** Handles what is due before this time, in virtual microseconds. */
  advance(beforeUs: number): void;
  /**
   * Replaces the commands whose landmark hasn't passed.
   *
   * @returns False, without a change, if a command would have made a difference before.
   */
  replaceCommands(commands: readonly Command<D['command']>[]): boolean;
  /** Handles everything else. Call it once. */
  finish(): void;
}

/** A run that reaches one of these limits is truncated and reports it, so every run ends. */
export interface RunLimits {
  readonly eventsMax: number;
  /** Virtual microseconds. */
  readonly timeUsMax: number;
}

/** Enough for about twelve million requests, and twelve days of virtual time: longer than any lesson. */
export const limitsByDefault: RunLimits = { eventsMax: 100_000_000, timeUsMax: 2 ** 40 };
