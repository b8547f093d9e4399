/** What an operator can do, in Korean. */

import type { OperateText } from '../../features/operations/operate-text.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import { withParticle } from './particles.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

type CommandPayload = Parameters<OperateText['command']>[0];

const { name: nameOf, order: orderOf } = phrasebook;

export const operateText: OperateText = {
  cluster: '클러스터',
  nothing: '여기서 할 수 있는 것이 없어요.',
  command(payload: CommandPayload): string {
    switch (payload.kind) {
      case 'crash':
        return `${named(payload.node)} 멈추기`;
      case 'restart':
        return `${named(payload.node)} 다시 켜기`;
      case 'add':
        return '서버 추가';
      case 'drain':
        return `${named(payload.node)} 빼기`;
      case 'cut':
        return `${withParticle(named(payload.between[0]), '와/과')}의 연결 끊기`;
      case 'heal':
        return `${withParticle(named(payload.between[0]), '와/과')}의 연결 되살리기`;
      case 'partition':
        return '모든 연결 끊기';
      case 'heal-all':
        return '모든 연결 되살리기';
      case 'drop':
        return `다음 메시지 잃어버리기${ends(payload)}`;
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
      return orderOf(instruction);
    case 'stay-away':
      return `만료되게 하기: ${number.format(instruction.forUs / 1_000_000)}초 자리 비우기`;
    case 'rotate-key':
      return instruction.keepsOld ? '서명 키 바꾸고 옛 키도 받기' : '서명 키 바꾸고 옛 키는 버리기';
    case 'remove-keys':
      return '키 빼앗기';
    case 'flush':
      return '비우기';
    default:
      throw new Error(`Unknown instruction ${instruction satisfies never}`);
  }
}
