/** The words of the operator's menu, fetched when it is first opened. */
import type { CommandPayload } from '../../simulation/commands/commands.ts';

export interface OperateText {
  /** What concerns no node in particular. */
  readonly cluster: string;
  /** What the payload does, as a button says it. */
  command(payload: CommandPayload): string;
  /** There is nothing that could be done. */
  readonly nothing: string;
}
