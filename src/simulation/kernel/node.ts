/** A node as the kernel keeps it: its actor, its state, its memory, and who waits for its replies. */
import type { Actor, Context, MessageId, NodeId } from './actor.ts';
import type { Delivery } from './happening.ts';
import { type RandomStream, randomStream } from './random.ts';

export interface NodeSpec<Body, Item> {
  readonly id: NodeId;
  readonly actor: Actor<unknown, Body, Item>;
  /** Its memory is on disk: a crash stops it and takes nothing. */
  readonly isDurable?: boolean;
}

export interface Node<Body, Item> {
  readonly id: NodeId;
  readonly actor: Actor<unknown, Body, Item>;
  state: unknown;
  epoch: number;
  isUp: boolean;
  readonly isDurable: boolean;
  readonly memory: Map<string, Item>;
  /** Requests that arrived here and wait for a reply; a crash resets them. */
  readonly open: Map<MessageId, Delivery<Body>>;
  readonly context: MutableContext<Item>;
}

/** One object a node, its time set before each reaction, so that a reaction allocates no context. */
type MutableContext<Item> = { -readonly [Key in keyof Context<Item>]: Context<Item>[Key] };

/** A node that has not been started. */
export function createNode<Body, Item>(
  { id, actor, isDurable = false }: NodeSpec<Body, Item>,
  seed: number,
): Node<Body, Item> {
  const memory = new Map<string, Item>();
  const context = { self: id, nowUs: 0, memory, random: lazyStream(seed, `node ${id}`) };
  return {
    id,
    actor,
    state: actor.initial,
    epoch: 1,
    isUp: true,
    isDurable,
    memory,
    open: new Map(),
    context,
  };
}

/** Most nodes never draw: the stream is made at the first draw. */
function lazyStream(seed: number, purpose: string): RandomStream {
  let stream: RandomStream | undefined;
  return {
    integer(min, max) {
      stream ??= randomStream(seed, purpose);
      return stream.integer(min, max);
    },
  };
}
