/**
 * What a node of the cluster is: a deterministic state machine. It is given an input, changes its own working state,
 * and answers with effects, which the kernel alone carries out. No actor ever sees another's state.
 */
import type { RandomStream } from './random.ts';

export type NodeId = string;

/**
 * One request of one client: `<client>/<ordinal>` is that of its script's line so many, from 1, and so the same under
 * every strategy; `<client>/<ordinal>+<extra>` is what it asked besides because of that line.
 */
export type RequestId = `${NodeId}/${number}` | `${NodeId}/${number}+${number}`;

type MessageId = number;

/** The sender's own number for an exchange: a reply brings back that of the request it answers. */
type ExchangeId = number;

/** A node that uses few names again and again spares the kernel work. */
export type TimerName = string | number;

/** What a cluster fills the kernel's types with; the kernel looks into none of it. */
export interface Domain {
  /** What messages carry. */
  readonly body: unknown;
  /** What memory holds. */
  readonly item: unknown;
  /** What an operator can tell a node to do, beyond what the kernel does to it. */
  readonly instruction: unknown;
  /** What an operator can do to the cluster. */
  readonly command: object;
}

/**
 * `request`, `reply` and `one-way` travel over connections: on one link they arrive in the order in which they were
 * sent, and a sender learns when nobody listens. A `datagram` has neither promise, and a network may duplicate it.
 */
export type Role = 'request' | 'reply' | 'one-way' | 'datagram';

export interface Message<Body> {
  readonly id: MessageId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly role: Role;
  readonly exchange: ExchangeId;
  /** The client's request that this message serves; null on health checks and what the cluster does for itself. */
  readonly request: RequestId | null;
  readonly body: Body;
}

export type Input<D extends Domain> =
  | { readonly kind: 'started' }
  | { readonly kind: 'message'; readonly message: Message<D['body']> }
  /** Nobody listens where this message was to go: nothing of it was sent. */
  | { readonly kind: 'refused'; readonly message: Message<D['body']> }
  /** This request arrived, and its receiver died before it answered: what was done is unknown. */
  | { readonly kind: 'reset'; readonly message: Message<D['body']> }
  | { readonly kind: 'timer'; readonly timer: TimerName }
  | { readonly kind: 'instruction'; readonly instruction: D['instruction'] }
  /** Another node has become a member, is about to leave (also said to itself), or has left. */
  | { readonly kind: 'joined' | 'draining' | 'left'; readonly node: NodeId };

export type Milestone = 'sent' | 'arrived' | 'answered';

/**
 * How a request ended, as its client knows it: with an application's answer, with a gateway's 5xx or a connection that
 * broke, with no connection at all, with no answer in time, or sent as a datagram, of which nothing more can be known.
 */
export type Outcome = 'answered' | 'failed' | 'refused' | 'timed-out' | 'sent';

export type Effect<D extends Domain> =
  | {
      readonly kind: 'send';
      readonly to: NodeId;
      readonly exchange: ExchangeId;
      readonly body: D['body'];
      readonly request?: RequestId | null;
      /** `request` unless said otherwise. */
      readonly role?: Exclude<Role, 'reply'>;
    }
  | { readonly kind: 'reply'; readonly to: Message<D['body']>; readonly body: D['body'] }
  | {
      readonly kind: 'set-timer';
      /** Setting a timer that is already set moves it. */
      readonly timer: TimerName;
      readonly delayUs: number;
      /** A run is over when only background work is left. What a background input causes is background too. */
      readonly background?: true;
    }
  | { readonly kind: 'cancel-timer'; readonly timer: TimerName }
  | {
      readonly kind: 'remember';
      readonly key: string;
      readonly item: D['item'];
      /** Written to this node's disk: a crash does not take it. */
      readonly durable?: true;
    }
  | { readonly kind: 'forget'; readonly key: string }
  /** The node looked something up in its memory; the trace shows what was missed. */
  | { readonly kind: 'recall'; readonly key: string; readonly found: boolean }
  | { readonly kind: 'reach'; readonly request: RequestId; readonly milestone: 'sent' | 'arrived' }
  /** Work on a request begins, after it has waited in line here for so long, or not at all. */
  | { readonly kind: 'begin'; readonly request: RequestId; readonly queuedUs: number }
  | { readonly kind: 'settle'; readonly request: RequestId; readonly outcome: Outcome }
  /** A node that was told to drain has nothing left to do, and leaves. */
  | { readonly kind: 'leave' };

export interface Context<D extends Domain> {
  readonly self: NodeId;
  readonly nowUs: number;
  /** Everything this node remembers. Effects change it, and a crash empties it. */
  readonly memory: ReadonlyMap<string, D['item']>;
  readonly random: RandomStream;
  /** The nodes that belong to the cluster now, up or down, in the order in which they joined. */
  readonly members: readonly NodeId[];
}

export interface Actor<State, D extends Domain> {
  /** The working state a node has when it starts, and again after each restart. */
  start(): State;
  /** May change `state`, which is the actor's alone; everything else is asked for by effects. */
  react(state: State, input: Input<D>, context: Context<D>): readonly Effect<D>[];
}
