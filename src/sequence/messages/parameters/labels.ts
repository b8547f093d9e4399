/** Labels of arrows and bands, and the smaller line below a band's title. */
import type { ProductId } from '../../../simulation/applications/shop.ts';
import type { HandedOver } from '../../step-facts.ts';

export type LabelIds =
  | `label.hand-over.${HandedOver}`
  | 'label.connection-close'
  | 'label.health-check'
  | 'label.port-unreachable'
  | 'database.no-account'
  | `detail.${'gave-up' | 'left' | 'connection-expired' | 'promoted' | 'server-down' | 'server-up'}`;

export interface LabelParameters<Text> {
  'label.request.again': { words: Text };
  'label.forward': { to: Text };
  'label.forward.failed': { to: Text };
  'label.late': { words: Text };
  /** A segment or datagram that its sender retransmits. */
  'label.resent': { words: Text };
  /** A segment or datagram that the network has duplicated. */
  'label.duplicate': { words: Text };

  'database.price-query': { product: ProductId };
  'database.price-row': { amountWon: number };
  'database.order-insert': { amountWon: number };
  'database.order-row': { order: number };
  'database.account-query': { user: string };
  'database.account-row': { name: string };
  'database.charge-insert': { amountWon: number };
  'database.charge-row': { charge: number };
  'database.charge-row.again': { charge: number };

  'label.timed-out': { node: Text };
  'label.broken-connection': { node: Text };
  'label.left': { node: Text };
  'label.connection-expired': { node: Text };
  'label.promoted': { node: Text };
  'label.reset': { node: Text; by: Text };
  'label.server-down': { node: Text; server: Text };
  'label.server-up': { node: Text; server: Text };
  'detail.reset': { by: Text };
  /** Sessions that are lost because their server leaves. */
  'detail.left-with-it': { count: number };
}
