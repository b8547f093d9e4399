/** A node as the kernel sees it: actor, working state, memory, and open requests. */
import type { Actor, Context, Domain, Input, NodeId, TimerName } from './actor.ts';
import type { Link } from './network.ts';
import { randomStream } from './random.ts';
import type { EventId } from './trace-event.ts';

export interface NodeSpec<D extends Domain> {
  readonly id: NodeId;
  // biome-ignore lint/suspicious/noExplicitAny: each actor has its own state type, and only the actor inspects it.
  readonly actor: Actor<any, D>;
  /** All its memory is on disk: a crash stops the node but clears nothing. */
  readonly isDurable?: boolean;
  /** Not a member until a command adds it. */
  readonly standsBy?: boolean;
  /** How long it waits for a connection to a machine that doesn't answer. Default: until its own timeouts. */
  readonly connectTimeoutUs?: number;
  /** How long it waits for a reply before it gives up. Default: as long as TCP retransmits. */
  readonly patienceUs?: number;
}

export interface Node<D extends Domain> {
  readonly id: NodeId;
  readonly actor: NodeSpec<D>['actor'];
  state: unknown;
  epoch: number;
  isUp: boolean;
  /** Down, and so is its machine: nothing answers. */
  isDark: boolean;
  /** Its process stands still. What reaches it waits in `held`. */
  isFrozen: boolean;
  /** In order of arrival. */
  readonly held: Set<Held<D>>;
  /** State of a process that died, for its operating system; undefined without one. */
  remains: unknown;
  isMember: boolean;
  /** Finishes its work, then leaves. */
  isDraining: boolean;
  readonly isDurable: boolean;
  readonly connectTimeoutUs: number | null;
  readonly patienceUs: number | null;
  readonly memory: Map<string, D['item']>;
  /** Keys of the entries on this node's disk. */
  readonly onDisk: Set<string>;
  /** Timers by name, including some that are no longer set. */
  readonly timers: Map<TimerName, ScheduledTimer<D>>;
  /** Route to each receiver, memoised at the first message. */
  readonly routes: Map<NodeId, Route<D>>;
  readonly context: MutableContext<D>;
}

/**
 * One timer of a node, reused each time it's set. Most timers are set often and rarely fire, so cancelling or moving
 * one leaves its queue entry in place; the timeline checks the entry, and requeues it if needed, when it's popped.
 */
export interface ScheduledTimer<D extends Domain> {
  readonly kind: 'timer';
  readonly node: Node<D>;
  readonly timer: TimerName;
  /** ID of the event that set it. */
  cause: EventId | null;
  background: boolean;
  /** When it fires. */
  dueUs: number;
  /** Time of its valid queue entry. Entries at other times are stale. */
  queuedUs: number;
}

/** What waits for a frozen process: a timer that has expired, or any other input. */
type Held<D extends Domain> = {
  /** ID of the event that caused it. */
  readonly cause: EventId | null;
  readonly background: boolean;
} & (
  | { readonly kind: 'timer'; readonly timer: ScheduledTimer<D> }
  | { readonly kind: 'input'; readonly input: Input<D> }
);

/** The way from one node to another. */
export interface Route<D extends Domain> {
  readonly link: Link;
  readonly receiver: Node<D>;
}

/** One context per node, updated before each reaction, so that a reaction allocates none. */
type MutableContext<D extends Domain> = { -readonly [Key in keyof Context<D>]: Context<D>[Key] };

/** Creates a node that hasn't started. */
export function createNode<D extends Domain>(
  { id, actor, isDurable = false, standsBy = false, connectTimeoutUs, patienceUs }: NodeSpec<D>,
  seed: number,
): Node<D> {
  const memory = new Map<string, D['item']>();
  return {
    id,
    actor,
    state: undefined,
    epoch: 1,
    isUp: false,
    isDark: false,
    isFrozen: false,
    held: new Set(),
    remains: undefined,
    isMember: !standsBy,
    isDraining: false,
    isDurable,
    connectTimeoutUs: connectTimeoutUs ?? null,
    patienceUs: patienceUs ?? null,
    memory,
    onDisk: new Set(),
    timers: new Map(),
    routes: new Map(),
    context: {
      self: id,
      nowUs: 0,
      memory,
      random: randomStream(seed, `node ${id}`),
      members: [],
      draining: [],
    },
  };
}
