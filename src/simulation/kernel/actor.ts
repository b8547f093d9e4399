/**
 * What a node of the cluster is: a pure state machine. It is given an input, and answers with its next state
 * and with effects; the kernel alone carries effects out. No actor ever sees another's state.
 *
 * `Body` is what messages carry, `Item` what memory holds; the kernel looks into neither.
 */
import type { RandomStream } from './random.ts';

export type NodeId = string;

/** One request of one client, `<client>/<ordinal>`, ordinal from 1: the same under every strategy. */
export type RequestId = `${NodeId}/${number}`;

export type MessageId = number;

export interface Message<Body> {
  readonly id: MessageId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly role: 'request' | 'reply';
  /** The sender's own word for this exchange: a reply brings back that of the request it answers. */
  readonly exchange: string;
  /** The request that this message serves; null on health checks. */
  readonly request: RequestId | null;
  readonly body: Body;
}

export type Input<Body> =
  | { readonly kind: 'started' }
  | { readonly kind: 'message'; readonly message: Message<Body> }
  /** Nobody listens where this message was to go: nothing of it was sent. */
  | { readonly kind: 'refused'; readonly message: Message<Body> }
  /** This request arrived, and its receiver died before it answered: what was done is unknown. */
  | { readonly kind: 'reset'; readonly message: Message<Body> }
  | { readonly kind: 'timer'; readonly timer: string };

export type Milestone = 'sent' | 'arrived' | 'answered';

/** How a request ended: with an application's answer, with a gateway's 5xx, or with no connection at all. */
export type Outcome = 'answered' | 'failed' | 'refused';

export type Effect<Body, Item> =
  | {
      readonly kind: 'send';
      readonly to: NodeId;
      readonly exchange: string;
      readonly body: Body;
      readonly request?: RequestId | null;
    }
  | { readonly kind: 'reply'; readonly to: Message<Body>; readonly body: Body }
  | {
      readonly kind: 'set-timer';
      readonly timer: string;
      readonly delayUs: number;
      /** A run is over when only background work is left. What a background input causes is background too. */
      readonly background?: true;
    }
  | { readonly kind: 'remember'; readonly key: string; readonly item: Item }
  | { readonly kind: 'forget'; readonly key: string }
  /** The node looked something up in its memory; the trace shows what was missed. */
  | { readonly kind: 'recall'; readonly key: string; readonly found: boolean }
  | { readonly kind: 'reach'; readonly request: RequestId; readonly milestone: 'sent' | 'arrived' }
  | { readonly kind: 'settle'; readonly request: RequestId; readonly outcome: Outcome };

export interface Context<Item> {
  readonly self: NodeId;
  readonly nowUs: number;
  /** Everything this node remembers. Effects change it, and a crash empties it. */
  readonly memory: ReadonlyMap<string, Item>;
  readonly random: RandomStream;
}

export interface Reaction<State, Body, Item> {
  readonly state: State;
  readonly effects: readonly Effect<Body, Item>[];
}

export interface Actor<State, Body, Item> {
  /** The working state a node has when it starts, and again after each restart. */
  readonly initial: State;
  react(state: State, input: Input<Body>, context: Context<Item>): Reaction<State, Body, Item>;
}
