/** What an operator can do, in English. */

import type { OperateText } from '../../features/operations/operate-text.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

type CommandPayload = Parameters<OperateText['command']>[0];

const { name: nameOf, order: orderOf } = phrasebook;

export const operateText: OperateText = {
  cluster: 'Cluster',
  nothing: 'Nothing can be done here.',
  command(payload: CommandPayload): string {
    switch (payload.kind) {
      case 'crash':
        return `Crash ${named(payload.node)}`;
      case 'restart':
        return `Restart ${named(payload.node)}`;
      case 'add':
        return 'Add server';
      case 'drain':
        return `Remove ${named(payload.node)}`;
      case 'cut':
        return `Cut the link to ${named(payload.between[0])}`;
      case 'heal':
        return `Restore the link to ${named(payload.between[0])}`;
      case 'partition':
        return 'Cut all its links';
      case 'heal-all':
        return 'Restore all links';
      case 'drop':
        return `Drop the next message${ends(payload)}`;
      case 'instruct':
        return told(payload.instruction);
      default:
        throw new Error(`Unknown command ${payload satisfies never}`);
    }
  },
};

function named(node: string): string {
  return nameOf(roleOf(node));
}

function ends({ from, to }: Extract<CommandPayload, { kind: 'drop' }>): string {
  return from === null || to === null ? '' : `: ${named(from)} → ${named(to)}`;
}

function told(instruction: NodeCommand): string {
  switch (instruction.kind) {
    case 'say':
    case 'do':
    case 'tamper':
      return capitalized(orderOf(instruction));
    case 'stay-away':
      return `Let it expire: stay away for ${number.format(instruction.forUs / 1_000_000)} seconds`;
    case 'rotate-key':
      return instruction.keepsOld
        ? 'New signing key, still accept the old one'
        : 'New signing key, drop the old one';
    case 'remove-keys':
      return 'Take its keys away';
    case 'flush':
      return 'Empty it';
    default:
      throw new Error(`Unknown instruction ${instruction satisfies never}`);
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
