/** What an operator does, and what comes of it at once. */
import type { Line } from '../../simulation/applications/line.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import type { Tampering } from '../../simulation/protocols/token-tampering.ts';
import type { NodeRef } from '../node-ref.ts';
import type { OperatorFacts } from '../step-facts.ts';
import { excerpt } from './excerpts.ts';
import { type Message, message, type TonedMessage } from './message.ts';
import { ended, plain, toned, verbatim } from './nodes.ts';
import { said } from './speech.ts';

/** The title of a command's band. */
export function titleOf(facts: OperatorFacts): Message {
  const isDone = facts.result === 'done';
  switch (facts.kind) {
    case 'crash':
      return message(isDone ? 'title.crashed' : 'title.crash', { node: facts.node });
    case 'restart':
      return message(isDone ? 'title.restarted' : 'title.restart', { node: facts.node });
    case 'add':
      return message(isDone ? 'title.added' : 'title.add', { node: facts.node });
    case 'drain':
      return message(isDone ? 'title.drained' : 'title.drain', { node: facts.node });
    case 'cut':
    case 'heal':
      return message(`title.${facts.kind}`, { pair: pairOf(facts.between) });
    case 'partition':
      return message('title.partition', { nodes: message('nodes', { names: facts.nodes }) });
    case 'heal-all':
    case 'drop':
      return message(`title.${facts.kind}`);
    case 'instruct':
      return message('title.instruct', {
        nodes: message('nodes', { names: facts.nodes }),
        order: orderOf(facts.instruction),
      });
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

function pairOf([one, other]: readonly [NodeRef, NodeRef]): Message {
  return message('pair', { one, other });
}

/** What comes of a command at once; null where the title says it all. */
export function detailOfOperation(facts: OperatorFacts): Message | null {
  switch (facts.result) {
    case 'already-up':
    case 'already-member':
      return message('detail.already-up');
    case 'already-down':
    case 'already-cut':
    case 'not-cut':
      return message(`detail.${facts.result}`);
    case 'no-such-node':
      return 'node' in facts
        ? message('detail.no-such-node', { node: facts.node })
        : message('detail.no-such-name');
    case 'done':
      return detailWhenDone(facts);
    default:
      throw new Error(`Unknown result ${facts.result satisfies never}`);
  }
}

function detailWhenDone(facts: OperatorFacts): Message | null {
  switch (facts.kind) {
    case 'crash':
      return detailOfCrash(facts);
    case 'restart':
      return message(hasForgotten(facts) ? 'detail.restarted-empty' : 'detail.restarted');
    case 'add':
      return message('detail.added');
    case 'drain':
      return facts.sessionsLost > 0
        ? message('detail.left-with-it', { count: facts.sessionsLost })
        : message('detail.drains');
    case 'cut':
    case 'partition':
      return message('detail.link-cut');
    case 'heal':
    case 'heal-all':
      return message('detail.link-healed');
    case 'drop':
      return detailOfDrop(facts);
    case 'instruct':
      return null;
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

/** Back without what it is there to remember. */
function hasForgotten({ node, keeps, isEmpty }: Extract<OperatorFacts, { kind: 'restart' }>): boolean {
  const remembersUsers = keeps === 'shared-sessions' ? node.role !== 'server' : node.role === 'server';
  return isEmpty && keeps !== 'nothing' && remembersUsers && node.role !== 'load-balancer';
}

function detailOfCrash(facts: Extract<OperatorFacts, { kind: 'crash' }>): Message {
  const { node, keeps, sessionsLost, connectionsLost } = facts;
  if (sessionsLost > 0) return message('detail.lost-with-memory', { count: sessionsLost });
  if (node.role !== 'server') return message('detail.unreachable');
  const losesConnections = connectionsLost > 0;
  if (keeps === 'connections' && !losesConnections) return message('detail.no-connection');
  const isAboutSessions = keeps === 'sessions' || keeps === 'connections';
  return losesConnections && !isAboutSessions
    ? message('detail.sessionless-connections-lost')
    : message(`detail.lost.${keeps}`);
}

function detailOfDrop({ from, to }: Extract<OperatorFacts, { kind: 'drop' }>): Message {
  if (from !== null && to !== null) {
    return message('detail.drop.between', { from: from, to: to });
  }
  if (from !== null) return message('detail.drop.from', { from: from });
  return to === null ? message('detail.drop') : message('detail.drop.to', { to: to });
}

export function captionOfOperation(facts: OperatorFacts): readonly TonedMessage[] {
  const detail = detailOfOperation(facts);
  if (detail === null) return [plain(message('caption.instruct', { title: titleOf(facts) }))];
  if (facts.result !== 'done') return [plain(ended(detail))];
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', ended(detail));
  switch (facts.kind) {
    case 'restart': {
      const id = hasForgotten(facts) ? 'caption.restart.empty' : 'caption.restart';
      return [plain(message(id, { node: facts.node }))];
    }
    case 'crash':
    case 'add':
    case 'drain':
      return [plain(message(`caption.${facts.kind}`, { node: facts.node })), loss];
    case 'cut':
      return [
        plain(message('caption.cut', { pair: pairOf(facts.between) })),
        toned('failure', ended(detail)),
      ];
    case 'heal':
      return [plain(message('caption.heal', { pair: pairOf(facts.between) })), toned('reply', ended(detail))];
    case 'partition':
      return [
        plain(message('caption.partition', { nodes: message('nodes', { names: facts.nodes }) })),
        toned('failure', ended(detail)),
      ];
    case 'heal-all':
      return [plain(message('caption.heal-all')), toned('reply', ended(detail))];
    case 'drop':
      return [plain(message('caption.drop', { which: detail }))];
    case 'instruct':
      return [];
    default:
      throw new Error(`Unknown command ${facts satisfies never}`);
  }
}

/** What a node is told to do. */
export function orderOf(command: NodeCommand): Message {
  switch (command.kind) {
    case 'say':
      return orderToSay(command.line);
    case 'do': {
      const { line } = command;
      return 'text' in line
        ? message('order.say', { words: verbatim(excerpt(line.text)) })
        : message(`order.${line.kind}`);
    }
    case 'stay-away':
      return message('order.stay-away', { seconds: Math.round(command.forUs / 1_000_000) });
    case 'tamper':
      return orderToTamper(command.tampering);
    case 'rotate-key':
      return message(command.keepsOld ? 'order.rotate-key.keeping-old' : 'order.rotate-key');
    case 'flush':
    case 'remove-keys':
      return message(`order.${command.kind}`);
    default:
      throw new Error(`Unknown command ${command satisfies never}`);
  }
}

function orderToSay(line: Line): Message {
  switch (line.kind) {
    case 'shop': {
      const { product } = line.said;
      return product === undefined
        ? message('order.say', { words: said(line) })
        : message('order.ask-about', { product });
    }
    case 'log-in':
      return message('order.log-in', { user: line.user });
    case 'pay':
      return message('order.pay', { amountWon: line.amountWon });
    case 'hand-over':
      return message('order.hand-over', { to: roleOf(line.to) });
    case 'log-out':
      return message('order.log-out');
    default:
      return message('order.say', { words: said(line) });
  }
}

function orderToTamper(tampering: Tampering): Message {
  switch (tampering.kind) {
    case 'set-claim': {
      const { claim, value } = tampering;
      return message('order.set-claim', { claim: excerpt(claim), value: excerpt(JSON.stringify(value)) });
    }
    case 'set-algorithm':
      return message('order.set-algorithm', { algorithm: excerpt(tampering.algorithm) });
    default:
      return message(`order.${tampering.kind}`);
  }
}
