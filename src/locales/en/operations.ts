/** What an operator does, in English. */
import type { OperatorFacts } from '../../sequence/step-facts.ts';
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import type { Tampering } from '../../simulation/protocols/token-tampering.ts';
import { excerpt } from '../phrases.ts';
import { said } from './speech.ts';
import { nameOf, namesOf, number, products, sessions, won } from './words.ts';

/** The title of a command's band. */
export function titleOf(facts: OperatorFacts): string {
  const isDone = facts.result === 'done';
  switch (facts.kind) {
    case 'crash':
      return isDone ? `${nameOf(facts.node)} crashes` : `Crash ${nameOf(facts.node)}`;
    case 'restart':
      return isDone ? `${nameOf(facts.node)} restarts` : `Restart ${nameOf(facts.node)}`;
    case 'add':
      return isDone ? `${nameOf(facts.node)} joins` : `Add ${nameOf(facts.node)}`;
    case 'drain':
      return isDone ? `${nameOf(facts.node)} gets no new requests` : `Drain ${nameOf(facts.node)}`;
    case 'cut':
      return `Link cut: ${namesOf(facts.between)}`;
    case 'heal':
      return `Link restored: ${namesOf(facts.between)}`;
    case 'partition':
      return `${namesOf(facts.nodes)} cut off`;
    case 'heal-all':
      return 'All links restored';
    case 'drop':
      return 'The next message gets lost';
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
      if (facts.sessionsLost > 0) return `${sessions(facts.sessionsLost)} gone with its memory`;
      if (facts.node.role !== 'server') return 'Nobody can reach it';
      return lostWithServer(facts);
    case 'restart':
      return hasForgotten(facts) ? 'It is back, and remembers nothing' : 'It is back';
    case 'add':
      return 'It is new here, and knows nobody';
    case 'drain':
      return facts.sessionsLost > 0
        ? `${sessions(facts.sessionsLost)} gone with it`
        : 'It finishes what it has begun, then it leaves';
    case 'cut':
    case 'partition':
      return 'What is sent there is lost, and nobody is told';
    case 'heal':
    case 'heal-all':
      return 'Messages get through again';
    case 'drop':
      return ends(facts);
    case 'instruct':
      return '';
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

/** Back without what it is there to remember. */
export function hasForgotten({ node, keeps, isEmpty }: Extract<OperatorFacts, { kind: 'restart' }>): boolean {
  const remembersUsers = keeps === 'shared-sessions' ? node.role !== 'server' : node.role === 'server';
  return isEmpty && keeps !== 'nothing' && remembersUsers && node.role !== 'load-balancer';
}

/** Of a server without a session of its own. */
function lostWithServer({ keeps, connectionsLost }: Extract<OperatorFacts, { kind: 'crash' }>): string {
  if (keeps === 'connections')
    return connectionsLost > 0 ? nothingLost.connections : 'There was no connection';
  return connectionsLost > 0 && keeps !== 'sessions'
    ? 'Its connections are forgotten; it kept no session'
    : nothingLost[keeps];
}

const nothingLost: Record<OperatorFacts['keeps'], string> = {
  sessions: 'No session was in its memory alone',
  'shared-sessions': 'It had nothing to lose: the sessions are in the store',
  connections: 'Its connections are forgotten',
  nothing: 'It had nothing to lose',
};

function ends({ from, to }: Extract<OperatorFacts, { kind: 'drop' }>): string {
  if (from !== null && to !== null) return `From ${nameOf(from)} to ${nameOf(to)}`;
  if (from !== null) return `From ${nameOf(from)}`;
  return to === null ? 'Whoever sends it' : `To ${nameOf(to)}`;
}

/** What a node is told to do. */
export function orderOf(instruction: NodeCommand): string {
  switch (instruction.kind) {
    case 'say': {
      const { line } = instruction;
      switch (line.kind) {
        case 'shop': {
          const { product } = line.said;
          return product === undefined ? `say “${said(line)}”` : `ask about ${products[product].article}`;
        }
        case 'log-in':
          return `log in as ${line.user}`;
        case 'pay':
          return `pay ${won(line.amountWon)}`;
        case 'hand-over':
          return `hand its cookies over to ${nameOf(roleOf(line.to))}`;
        case 'log-out':
          return 'log out';
        default:
          return `say “${said(line)}”`;
      }
    }
    case 'do':
      return transportOrder(instruction.line);
    case 'stay-away':
      return `be away for ${number.format(Math.round(instruction.forUs / 1_000_000))} seconds`;
    case 'tamper':
      return tamperingOf(instruction.tampering);
    case 'rotate-key':
      return instruction.keepsOld ? 'a new key, the old one still accepted' : 'a new key, the old one gone';
    case 'flush':
      return 'forget everything';
    case 'remove-keys':
      return 'without a key from now on';
    default:
      throw new Error(`Unknown instruction ${instruction satisfies never}`);
  }
}

function tamperingOf(tampering: Tampering): string {
  switch (tampering.kind) {
    case 'set-claim':
      return `change its token: ${excerpt(tampering.claim)} = ${excerpt(JSON.stringify(tampering.value))}`;
    case 'set-payload':
      return 'write something else into its token';
    case 'set-algorithm':
      return `change its token: algorithm ${excerpt(tampering.algorithm)}`;
    case 'flip-signature-bit':
      return 'change one bit of the signature';
    case 'sign-with-own-key':
      return 'sign its token with a key of its own';
    default:
      throw new Error(`Unknown tampering ${tampering satisfies never}`);
  }
}

function transportOrder(line: TransportLine): string {
  switch (line.kind) {
    case 'open':
      return 'open a connection';
    case 'send':
    case 'request':
      return `say “${excerpt(line.text)}”`;
    case 'close':
      return 'close the connection';
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}
