/** Which message says what a command does. The languages only word it. */
import type { CommandPayload } from '../../player/state.ts';
import type { Phrasebook } from '../../sequence/phrasebook.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-command.ts';
import { worded } from '../wording.ts';
import type { OperateText } from './operate-text.ts';

export type CommandMessage =
  | { readonly kind: 'crash' | 'restart' | 'drain' | 'cut' | 'heal'; readonly node: string }
  | { readonly kind: 'add' | 'partition' | 'heal-all' | 'drop' | 'flush' | 'remove-keys' }
  | { readonly kind: 'drop-between'; readonly from: string; readonly to: string }
  | { readonly kind: 'rotate-key' | 'rotate-key-keeping-old' }
  | { readonly kind: 'stay-away'; readonly seconds: number };

/** A line for a client to send, or a change of its token: the diagram words them, too. */
export type Order = Extract<NodeCommand, { kind: 'say' | 'do' | 'tamper' }>;

export function commandText(
  words: OperateText,
  phrasebook: Pick<Phrasebook, 'name'>,
  payload: CommandPayload,
): string {
  const message = messageOf(payload, (node) => phrasebook.name(roleOf(node)));
  return 'order' in message ? words.order(message.order) : worded(words.commands, message);
}

type Name = (node: string) => string;
type Message = CommandMessage | { readonly order: Order };

function messageOf(payload: CommandPayload, name: Name): Message {
  const { kind } = payload;
  switch (kind) {
    case 'crash':
    case 'restart':
    case 'drain':
      return { kind, node: name(payload.node) };
    case 'cut':
    case 'heal':
      return { kind, node: name(payload.between[0]) };
    case 'add':
    case 'partition':
    case 'heal-all':
      return { kind };
    case 'drop': {
      const { from, to } = payload;
      if (from === null || to === null) return { kind };
      return { kind: 'drop-between', from: name(from), to: name(to) };
    }
    case 'instruct':
      return instructionMessage(payload.instruction);
    default:
      throw new Error(`Unknown command ${kind satisfies never}`);
  }
}

function instructionMessage(instruction: NodeCommand): Message {
  switch (instruction.kind) {
    case 'say':
    case 'do':
    case 'tamper':
      return { order: instruction };
    case 'stay-away':
      return { kind: 'stay-away', seconds: instruction.forUs / 1_000_000 };
    case 'rotate-key':
      return { kind: instruction.keepsOld ? 'rotate-key-keeping-old' : 'rotate-key' };
    case 'remove-keys':
    case 'flush':
      return { kind: instruction.kind };
    default:
      throw new Error(`Unknown instruction ${instruction satisfies never}`);
  }
}
