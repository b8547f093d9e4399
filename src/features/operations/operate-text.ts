/** The words of the operator's menu, fetched when it is first opened. */
import type { Wording } from '../wording.ts';
import type { CommandMessage, Order } from './operate-messages.ts';

export interface OperateText {
  /** What concerns no node in particular. */
  readonly cluster: string;
  /** What a command does, as a button says it. */
  readonly commands: Wording<CommandMessage>;
  /** What a node is told to say or to do. */
  order(order: Order): string;
  /** There is nothing that could be done. */
  readonly nothing: string;
}
