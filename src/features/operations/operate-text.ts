/** The words of the operator's menu, fetched when it is first opened. */
import type { Order } from '../../player/state.ts';

export interface OperateText {
  /** What concerns no node in particular. */
  readonly cluster: string;
  /** What the order does, as a button says it. */
  order(order: Order): string;
  /** There is nothing that could be done. */
  readonly nothing: string;
}
