/** Messages of single commands and results, besides those that every command has (`commands.ts`). */
import type { ProductId } from '../../../simulation/applications/shop.ts';
import type { CommandIds, CommandParameters } from './commands.ts';

export type OperationIds =
  | CommandIds
  | `detail.${'already-down' | 'already-up' | 'already-frozen' | 'not-frozen' | 'already-cut' | 'not-cut' | 'no-such-name'}`
  | `detail.${'unreachable' | 'no-connection' | 'sessionless-connections-lost'}`
  /** For a crash that loses no session, by where state is kept. */
  | `detail.lost.${'sessions' | 'shared-sessions' | 'connections' | 'nothing'}`
  | `detail.${'lost-its-key' | 'lost-all-keys' | 'lost-records'}`
  | `detail.${'cut' | 'partition' | 'link-retransmits'}`
  | `detail.${'restarted' | 'restarted-empty' | 'restarted-with-key' | 'drains' | 'drop'}`
  | 'order.set-clock.right'
  | `order.${'log-out' | 'open' | 'close' | 'rotate-key' | 'rotate-key.keeping-old'}`
  | `order.${'set-payload' | 'flip-signature-bit' | 'sign-with-own-key' | 'sign-with-leaked-key'}`;

type CrashTitle = 'title.crash' | 'title.crash.done' | 'title.crash.machine' | 'title.crash.machine.done';

export interface OperationParameters<Text>
  extends CommandParameters<Text>,
    Record<CrashTitle | 'caption.crash' | 'caption.crash.machine', { node: Text }> {
  'title.instruct': { nodes: Text; order: Text };

  'detail.no-such-node': { node: Text };
  /** Nodes of a command that are down, so they don't get it. */
  'detail.not-reached': { nodes: Text };
  /** Sessions that were only in the crashed server's memory. */
  'detail.lost-latest-change': { count: number };
  'detail.lost-with-memory': { count: number };
  'detail.drop.between': { from: Text; to: Text };
  'detail.drop.from': { from: Text };
  'detail.drop.to': { to: Text };

  'caption.restart': { node: Text };
  'caption.restart.empty': { node: Text };
  'caption.restart.with-key': { node: Text };
  'caption.drop': { which: Text };
  'caption.instruct': { title: Text };

  /** Words of a node command. */
  'order.say': { words: Text };
  'order.ask-about': { product: ProductId };
  'order.log-in': { user: string };
  'order.add-to-cart': { product: ProductId };
  /** Several requests at the same moment. */
  'order.at-once': { orders: readonly Text[] };
  'order.in-second-tab': { order: Text };
  'order.pay': { amountWon: number };
  'order.pay.with-key': { amountWon: number };
  'order.hand-over': { to: Text };
  'order.set-clock.ahead': { offsetUs: number };
  'order.set-clock.behind': { offsetUs: number };
  'order.server-state.drain': { server: Text };
  'order.server-state.maint': { server: Text };
  'order.server-state.ready': { server: Text };
  'order.stay-away': { seconds: number };
  'order.set-claim': { claim: string; value: string };
  'order.set-algorithm': { algorithm: string };
}
