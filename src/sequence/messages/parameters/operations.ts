/** Operator commands and their immediate effects. */
import type { ProductId } from '../../../simulation/applications/shop.ts';

export type OperationIds =
  | 'title.heal-all'
  | 'title.drop'
  | `detail.${'already-down' | 'already-up' | 'already-cut' | 'not-cut' | 'no-such-name'}`
  | `detail.${'unreachable' | 'no-connection' | 'sessionless-connections-lost'}`
  /** For a crash that loses no session, by where state is kept. */
  | `detail.lost.${'sessions' | 'shared-sessions' | 'connections' | 'nothing'}`
  | `detail.${'restarted' | 'restarted-empty' | 'added' | 'drains' | 'link-cut' | 'link-healed' | 'drop'}`
  | 'caption.heal-all'
  | `order.${'log-out' | 'open' | 'close' | 'flush' | 'remove-keys' | 'rotate-key' | 'rotate-key.keeping-old'}`
  | `order.${'set-payload' | 'flip-signature-bit' | 'sign-with-own-key' | 'sign-with-leaked-key'}`;

export interface OperationParameters<Text> {
  /** Titles of commands, with and without effect. */
  'title.crash': { node: Text };
  'title.crashed': { node: Text };
  'title.restart': { node: Text };
  'title.restarted': { node: Text };
  'title.add': { node: Text };
  'title.added': { node: Text };
  'title.drain': { node: Text };
  'title.drained': { node: Text };
  'title.cut': { pair: Text };
  'title.heal': { pair: Text };
  'title.partition': { nodes: Text };
  'title.instruct': { nodes: Text; order: Text };

  'detail.no-such-node': { node: Text };
  /** Sessions that were only in the crashed server's memory. */
  'detail.lost-with-memory': { count: number };
  'detail.drop.between': { from: Text; to: Text };
  'detail.drop.from': { from: Text };
  'detail.drop.to': { to: Text };

  'caption.crash': { node: Text };
  'caption.restart': { node: Text };
  'caption.restart.empty': { node: Text };
  'caption.add': { node: Text };
  'caption.drain': { node: Text };
  'caption.cut': { pair: Text };
  'caption.heal': { pair: Text };
  'caption.partition': { nodes: Text };
  'caption.drop': { which: Text };
  'caption.instruct': { title: Text };

  /** Words of a node command. */
  'order.say': { words: Text };
  'order.ask-about': { product: ProductId };
  'order.log-in': { user: string };
  'order.pay': { amountWon: number };
  'order.hand-over': { to: Text };
  'order.stay-away': { seconds: number };
  'order.set-claim': { claim: string; value: string };
  'order.set-algorithm': { algorithm: string };
}
