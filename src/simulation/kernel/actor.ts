/**
 * A node's behaviour as a deterministic state machine. An actor gets an input, changes its own working state and
 * returns effects, which the kernel executes. No actor sees another actor's state.
 */
import type { RandomStream } from './random.ts';

export type NodeId = string;

/**
 * ID of one client request: `<client>/<n>` for line n of the client's script, from 1, equal under every strategy;
 * `<client>/<n>+<extra>` for extra requests that this line caused.
 */
export type RequestId = `${NodeId}/${number}` | `${NodeId}/${number}+${number}`;

type MessageId = number;

/** The sender's own correlation ID: a reply carries the exchange ID of its request. */
type ExchangeId = number;

/** Reusing few names is cheaper: the kernel keeps one timer object per name. */
export type TimerName = string | number;

/** The types a cluster plugs into the kernel. The kernel never inspects their values. */
export interface Domain {
  /** Message payload. */
  readonly body: unknown;
  /** Value of a memory entry. */
  readonly item: unknown;
  /** Commands for a node beyond those the kernel executes itself. */
  readonly nodeCommand: unknown;
  /** What an operator can do to the cluster. */
  readonly command: object;
}

/**
 * `request`, `reply` and `one-way` travel over connections: each link delivers them in order, and the sender learns
 * when the receiver is down. A `datagram` has neither guarantee, and the network can duplicate it.
 */
export type Role = 'request' | 'reply' | 'one-way' | 'datagram';

export interface Message<Body> {
  readonly id: MessageId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly role: Role;
  readonly exchange: ExchangeId;
  /** The client request that this message serves; null for health checks and the cluster's own traffic. */
  readonly request: RequestId | null;
  readonly body: Body;
}

export type Input<D extends Domain> =
  | { readonly kind: 'started' }
  | { readonly kind: 'message'; readonly message: Message<D['body']> }
  /**
   * The connection failed, so the receiver got nothing of this message. The port was closed, or with `noAnswer` the
   * attempt to connect timed out.
   */
  | { readonly kind: 'refused'; readonly message: Message<D['body']>; readonly noAnswer?: true }
  /** Connection reset: the request arrived, but its receiver crashed before it replied. Its effects are unknown. */
  | { readonly kind: 'reset'; readonly message: Message<D['body']> }
  | { readonly kind: 'timer'; readonly timer: TimerName }
  | { readonly kind: 'node-command'; readonly command: D['nodeCommand'] }
  /** Another node joined, left, or is about to leave. `draining` is also delivered to the node itself. */
  | { readonly kind: 'joined' | 'draining' | 'left'; readonly node: NodeId };

export type Milestone = 'sent' | 'arrived' | 'answered';

/**
 * How a request ended from its client's point of view: with an application's response; with a gateway's 5xx or a reset;
 * with a refused connection; with a timeout; or sent as a datagram, whose fate is unknown.
 */
export type Outcome = 'answered' | 'failed' | 'refused' | 'timed-out' | 'sent';

export type Effect<D extends Domain> =
  | {
      readonly kind: 'send';
      readonly to: NodeId;
      readonly exchange: ExchangeId;
      readonly body: D['body'];
      readonly request?: RequestId | null;
      /** Default: `request`. */
      readonly role?: Exclude<Role, 'reply'>;
    }
  | { readonly kind: 'reply'; readonly to: Message<D['body']>; readonly body: D['body'] }
  /** Closes the connection of a request that awaits a reply, without one. */
  | { readonly kind: 'hang-up'; readonly to: Message<D['body']> }
  | {
      readonly kind: 'set-timer';
      /** Setting a timer that is already set moves it. */
      readonly timer: TimerName;
      readonly delayUs: number;
      /** A run ends when only background work is left. Consequences of background inputs are background, too. */
      readonly background?: true;
    }
  | { readonly kind: 'cancel-timer'; readonly timer: TimerName }
  | {
      readonly kind: 'remember';
      readonly key: string;
      readonly item: D['item'];
      /** Written to this node's disk, so it survives a crash. */
      readonly durable?: true;
    }
  | { readonly kind: 'forget'; readonly key: string }
  /** A lookup in the node's memory, recorded so that the trace shows misses. */
  | { readonly kind: 'recall'; readonly key: string; readonly found: boolean }
  | { readonly kind: 'reach'; readonly request: RequestId; readonly milestone: 'sent' | 'arrived' }
  /**
   * Work on a request begins, after this much time in the node's queue; 0 if it didn't wait. What follows in the reaction
   * is a consequence of it if the request was queued, because the input only freed its worker.
   */
  | {
      readonly kind: 'begin';
      readonly request: RequestId;
      readonly queuedUs: number;
      readonly wasQueued: boolean;
    }
  | { readonly kind: 'settle'; readonly request: RequestId; readonly outcome: Outcome }
  /** A draining node has finished its work and leaves. */
  | { readonly kind: 'leave' };

export interface Context<D extends Domain> {
  readonly self: NodeId;
  /** The kernel moves it on with each input, so what needs a time later keeps the time, and not the context. */
  readonly nowUs: number;
  /** Everything this node remembers. Effects change it, and a crash clears it. */
  readonly memory: ReadonlyMap<string, D['item']>;
  readonly random: RandomStream;
  /** Current members of the cluster, up or down, in joining order. */
  readonly members: readonly NodeId[];
  /** The members that are about to leave. */
  readonly draining: readonly NodeId[];
}

export interface Actor<State, D extends Domain> {
  /** Returns the working state at the start and after each restart. */
  start(): State;
  /** Can mutate `state`, which belongs to this actor alone. Everything else is requested through effects. */
  react(state: State, input: Input<D>, context: Context<D>): readonly Effect<D>[];
  /** What the operating system does for a process. Without it, connections belong to the kernel alone. */
  readonly system?: OperatingSystem<State, D>;
}

/** The part of a machine that keeps working while its process doesn't. */
interface OperatingSystem<State, D extends Domain> {
  /**
   * Handles an input of a frozen process, which gets the same input later; null where the operating system has no part
   * in it.
   */
  whileFrozen(state: State, input: Input<D>, context: Context<D>): readonly Effect<D>[] | null;
  /** Closes what a dying process had open. Only messages can be sent. */
  die(state: State, context: Context<D>): readonly Effect<D>[];
  /**
   * Answers a message to a machine whose process died. Only messages can be sent.
   *
   * @param state That of the process when it died.
   */
  afterDeath(state: State, message: Message<D['body']>, context: Context<D>): readonly Effect<D>[];
}
