/** Messages of single commands and results, besides those that every command has (`commands.ts`). */
import type { ProductId } from '../../../simulation/applications/shop.ts';
import type { CommandIds, CommandParameters } from './commands.ts';

export type OperationIds =
  | CommandIds
  | `detail.${'already-down' | 'already-up' | 'already-cut' | 'not-cut' | 'no-such-name'}`
  | `detail.${'unreachable' | 'no-connection' | 'sessionless-connections-lost'}`
  /** For a crash that loses no session, by where state is kept. */
  | `detail.lost.${'sessions' | 'shared-sessions' | 'connections' | 'nothing'}`
  | `detail.${'restarted' | 'restarted-empty' | 'drains' | 'drop'}`
  | `order.${'log-out' | 'open' | 'close' | 'rotate-key' | 'rotate-key.keeping-old'}`
  | `order.${'set-payload' | 'flip-signature-bit' | 'sign-with-own-key' | 'sign-with-leaked-key'}`;

export interface OperationParameters<Text> extends CommandParameters<Text> {
  'title.instruct': { nodes: Text; order: Text };

  'detail.no-such-node': { node: Text };
  /** Sessions that were only in the crashed server's memory. */
  'detail.lost-latest-change': { count: number };
  'detail.lost-with-memory': { count: number };
  'detail.drop.between': { from: Text; to: Text };
  'detail.drop.from': { from: Text };
  'detail.drop.to': { to: Text };

  'caption.restart': { node: Text };
  'caption.restart.empty': { node: Text };
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
