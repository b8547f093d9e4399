/** A node as the kernel keeps it: its actor, its state, its memory, and who waits for its replies. */
import type { Actor, Context, Domain, NodeId, TimerName } from './actor.ts';
import type { Link } from './network.ts';
import { randomStream } from './random.ts';
import type { EventId } from './trace-event.ts';

export interface NodeSpec<D extends Domain> {
  readonly id: NodeId;
  // biome-ignore lint/suspicious/noExplicitAny: each actor has a state of its own kind, which only it looks into.
  readonly actor: Actor<any, D>;
  /** All its memory is on disk: a crash stops it and takes nothing. */
  readonly isDurable?: boolean;
  /** It is no member until a command adds it. */
  readonly standsBy?: boolean;
}

export interface Node<D extends Domain> {
  readonly id: NodeId;
  readonly actor: NodeSpec<D>['actor'];
  state: unknown;
  epoch: number;
  isUp: boolean;
  isMember: boolean;
  /** It is to leave, and finishes its work. */
  isDraining: boolean;
  readonly isDurable: boolean;
  readonly memory: Map<string, D['item']>;
  /** The keys of what is on this node's disk. */
  readonly onDisk: Set<string>;
  /** By name: those that are set, and some that were. */
  readonly timers: Map<TimerName, ScheduledTimer<D>>;
  /** Whom it has sent anything, and by which way: found once, used for every message. */
  readonly routes: Map<NodeId, Route<D>>;
  readonly context: MutableContext<D>;
}

/**
 * A node's timer of some name, one object however often it is set: most are set again and again, and few go off. So a timer
 * that is cancelled or put off stays in the queue where it is, and goes on from there if need be when its time there comes.
 */
export interface ScheduledTimer<D extends Domain> {
  readonly kind: 'timer';
  readonly node: Node<D>;
  readonly timer: TimerName;
  /** What set it. */
  cause: EventId | null;
  background: boolean;
  /** When it goes off. */
  dueUs: number;
  /** When it leaves the queue next; where else it may still stand there, it means nothing. */
  queuedUs: number;
}

/** From a node to another. */
export interface Route<D extends Domain> {
  readonly link: Link;
  readonly receiver: Node<D>;
}

/** One object a node, its time set before each reaction, so that a reaction allocates no context. */
type MutableContext<D extends Domain> = { -readonly [Key in keyof Context<D>]: Context<D>[Key] };

/** A node that has not been started. */
export function createNode<D extends Domain>(
  { id, actor, isDurable = false, standsBy = false }: NodeSpec<D>,
  seed: number,
): Node<D> {
  const memory = new Map<string, D['item']>();
  return {
    id,
    actor,
    state: undefined,
    epoch: 1,
    isUp: false,
    isMember: !standsBy,
    isDraining: false,
    isDurable,
    memory,
    onDisk: new Set(),
    timers: new Map(),
    routes: new Map(),
    context: { self: id, nowUs: 0, memory, random: randomStream(seed, `node ${id}`), members: [] },
  };
}
