/** What an operator does, in Korean. */
import type { OperatorFacts } from '../../sequence/step-facts.ts';
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import type { Tampering } from '../../simulation/protocols/token-tampering.ts';
import { excerpt } from '../phrases.ts';
import { withParticle } from './particles.ts';
import { said } from './speech.ts';
import { nameOf, namesOf, number, pairOf, personOf, products, won } from './words.ts';

/** The title of a command's band. */
export function titleOf(facts: OperatorFacts): string {
  const isDone = facts.result === 'done';
  switch (facts.kind) {
    case 'crash':
      return `${nameOf(facts.node)} ${isDone ? '장애' : '멈추기'}`;
    case 'restart':
      return `${nameOf(facts.node)} ${isDone ? '재시작' : '다시 켜기'}`;
    case 'add':
      return `${nameOf(facts.node)} 추가`;
    case 'drain':
      return `${nameOf(facts.node)} 빼기`;
    case 'cut':
      return `연결 끊기: ${pairOf(facts.between)}`;
    case 'heal':
      return `연결 되살리기: ${pairOf(facts.between)}`;
    case 'partition':
      return `따로 떼어 놓기: ${namesOf(facts.nodes)}`;
    case 'heal-all':
      return '모든 연결 되살리기';
    case 'drop':
      return '다음 메시지 잃어버리기';
    case 'instruct':
      return `${namesOf(facts.nodes)}: ${orderOf(facts.instruction)}`;
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

/** What comes of it at once. */
export function doneDetail(facts: OperatorFacts): string {
  switch (facts.kind) {
    case 'crash':
      if (facts.sessionsLost > 0)
        return `세션 ${number.format(facts.sessionsLost)}개가 메모리와 함께 사라졌어요`;
      if (facts.node.role !== 'server') return '아무도 여기에 닿지 못해요';
      return lostWithServer(facts);
    case 'restart':
      return hasForgotten(facts) ? '돌아왔지만 아무것도 기억하지 못해요' : '다시 돌아왔어요';
    case 'add':
      return '새로 와서 아는 손님이 없어요';
    case 'drain':
      return facts.sessionsLost > 0
        ? `세션 ${number.format(facts.sessionsLost)}개가 함께 사라졌어요`
        : '새 요청은 받지 않고, 하던 일을 마치면 떠나요';
    case 'cut':
    case 'partition':
      return '그쪽으로 보낸 것은 사라지고, 아무도 알려 주지 않아요';
    case 'heal':
    case 'heal-all':
      return '메시지가 다시 오가요';
    case 'drop':
      return `${ends(facts)} 메시지 하나가 사라질 거예요`;
    case 'instruct':
      return '';
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

/** Back without what it is there to remember. */
function hasForgotten({ node, keeps, isEmpty }: Extract<OperatorFacts, { kind: 'restart' }>): boolean {
  const remembersUsers = keeps === 'shared-sessions' ? node.role !== 'server' : node.role === 'server';
  return isEmpty && keeps !== 'nothing' && remembersUsers && node.role !== 'load-balancer';
}

/** Of a server without a session of its own. */
function lostWithServer({ keeps, connectionsLost }: Extract<OperatorFacts, { kind: 'crash' }>): string {
  if (keeps === 'connections') return connectionsLost > 0 ? nothingLost.connections : '열린 연결이 없었어요';
  return connectionsLost > 0 && keeps !== 'sessions'
    ? '연결은 잊혔고, 세션은 원래 여기에 없었어요'
    : nothingLost[keeps];
}

const nothingLost: Record<OperatorFacts['keeps'], string> = {
  sessions: '여기에만 있던 세션은 없었어요',
  'shared-sessions': '잃을 것이 없었어요. 세션은 저장소에 있어요',
  connections: '알던 연결을 모두 잊었어요',
  nothing: '잃을 것이 없었어요',
};

function ends({ from, to }: Extract<OperatorFacts, { kind: 'drop' }>): string {
  if (from !== null && to !== null) return `${nameOf(from)}에서 ${withParticle(nameOf(to), '으로/로')} 가는`;
  if (from !== null) return `${withParticle(nameOf(from), '이/가')} 보내는`;
  return to === null ? '누가 보내든' : `${withParticle(nameOf(to), '으로/로')} 가는`;
}

/** What a node is told to do. */
export function orderOf(instruction: NodeCommand): string {
  switch (instruction.kind) {
    case 'say': {
      const { line } = instruction;
      switch (line.kind) {
        case 'shop': {
          const { product } = line.said;
          return product === undefined ? `“${said(line)}” 말하기` : `${products[product].name} 묻기`;
        }
        case 'log-in':
          return `${withParticle(personOf(line.user), '으로/로')} 로그인하기`;
        case 'pay':
          return `${won(line.amountWon)} 결제하기`;
        case 'hand-over':
          return `${nameOf(roleOf(line.to))}에 쿠키 넘겨주기`;
        case 'log-out':
          return '로그아웃하기';
        default:
          return `“${said(line)}” 말하기`;
      }
    }
    case 'do':
      return transportOrder(instruction.line);
    case 'stay-away':
      return `${number.format(Math.round(instruction.forUs / 1_000_000))}초 자리 비우기`;
    case 'tamper':
      return tamperingOf(instruction.tampering);
    case 'rotate-key':
      return instruction.keepsOld ? '새 키로 바꾸고, 옛 키도 받기' : '새 키로 바꾸고, 옛 키는 버리기';
    case 'flush':
      return '모두 지우기';
    case 'remove-keys':
      return '이제부터 키 없음';
    default:
      throw new Error(`Unknown instruction ${instruction satisfies never}`);
  }
}

function tamperingOf(tampering: Tampering): string {
  switch (tampering.kind) {
    case 'set-claim':
      return `토큰 고치기, ${excerpt(tampering.claim)} = ${excerpt(JSON.stringify(tampering.value))}`;
    case 'set-payload':
      return '토큰 내용을 다르게 쓰기';
    case 'set-algorithm':
      return `토큰 고치기, 알고리즘 ${excerpt(tampering.algorithm)}`;
    case 'flip-signature-bit':
      return '서명 한 비트 바꾸기';
    case 'sign-with-own-key':
      return '자기 키로 토큰에 서명하기';
    default:
      throw new Error(`Unknown tampering ${tampering satisfies never}`);
  }
}

function transportOrder(line: TransportLine): string {
  switch (line.kind) {
    case 'open':
      return '연결 열기';
    case 'send':
    case 'request':
      return `“${excerpt(line.text)}” 말하기`;
    case 'close':
      return '연결 닫기';
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}
