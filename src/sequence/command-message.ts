/** Which message says what a command does. The languages only word it. */
import { roleOf } from '../simulation/cluster.ts';
import type { CommandPayload } from '../simulation/commands/commands.ts';
import type { NodeCommand } from '../simulation/commands/node-commands.ts';
import type { Phrasebook } from './phrasebook.ts';

export type CommandMessage =
  | { readonly kind: 'crash' | 'restart' | 'drain' | 'cut' | 'heal'; readonly node: string }
  | { readonly kind: 'add' | 'partition' | 'heal-all' | 'drop' | 'flush' | 'remove-keys' }
  | { readonly kind: 'drop-between'; readonly from: string; readonly to: string }
  | { readonly kind: 'rotate-key' | 'rotate-key-keeping-old' }
  | { readonly kind: 'stay-away'; readonly seconds: number }
  /** A line for a client to send, or a change of its token, in the words that the diagram has for it. */
  | { readonly kind: 'order'; readonly order: string };

type Words = Pick<Phrasebook, 'name' | 'order'>;

export function commandMessage(words: Words, payload: CommandPayload): CommandMessage {
  const { kind } = payload;
  const name = (node: string) => words.name(roleOf(node));
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
      return nodeCommandMessage(words, payload.instruction);
    default:
      throw new Error(`Unknown command ${kind satisfies never}`);
  }
}

function nodeCommandMessage({ order }: Words, instruction: NodeCommand): CommandMessage {
  switch (instruction.kind) {
    case 'say':
    case 'do':
    case 'tamper':
      return { kind: 'order', order: order(instruction) };
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
