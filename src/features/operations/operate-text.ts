/** Words of the operator's menu, lazy-loaded. */
import type { CommandMessage } from '../../sequence/command-message.ts';
import type { Wording } from '../wording.ts';

export interface OperateText {
  /** What concerns no node in particular. */
  readonly cluster: string;
  /** What a command does, as a button says it. */
  readonly commands: Wording<CommandMessage>;
  /** There is nothing that could be done. */
  readonly nothing: string;
  /** Opens the search for a loss. */
  readonly findLoss: string;
  /** Opens the form that makes a challenge of the run. */
  readonly makeChallenge: string;
}
