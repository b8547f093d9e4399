/**
 * Operator commands and their immediate effects. The messages of a command follow from its kind and its payload; the
 * tables here are for commands with more to decide.
 */
import type { Line } from '../../simulation/applications/line.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import type { Tampering } from '../../simulation/protocols/token-tampering.ts';
import type { NodeRef, Role } from '../node-ref.ts';
import type { OperatorFacts } from '../step-facts.ts';
import { excerpt } from './excerpts.ts';
import { type Message, type MessageId, message, type TonedMessage } from './message.ts';
import { ended, plain, toned, verbatim } from './nodes.ts';
import type { Announced, Decided } from './parameters/commands.ts';
import { said } from './speech.ts';

interface Tagged {
  readonly kind: string;
}

type OfKind<Union, Kind> = Extract<Union, { readonly kind: Kind }>;

/** What some kinds of commands have to decide, with a function for each. */
type Decisions<Union extends Tagged, Kinds extends Union['kind'], Result> = {
  readonly [Kind in Kinds]: (each: OfKind<Union, Kind>) => Result;
};

const titles: Decisions<OperatorFacts, Decided['title'], Message> = {
  crash: ({ node, how, result }) => {
    const id = how === 'machine' ? 'title.crash.machine' : 'title.crash';
    return message(result === 'done' ? `${id}.done` : id, { node });
  },
  instruct: ({ nodes, instruction }) =>
    message('title.instruct', { nodes: message('nodes', { names: nodes }), order: orderOf(instruction) }),
};

const announced: Readonly<Record<Announced, true>> = { restart: true, deploy: true, add: true, drain: true };

/** Details of commands that took effect. */
const details: Decisions<OperatorFacts, Decided['detail'], Message | null> = {
  crash: detailOfCrash,
  restart: (facts) => {
    if (hasForgotten(facts)) return message('detail.restarted-empty');
    return message(facts.makesKey ? 'detail.restarted-with-key' : 'detail.restarted');
  },
  drain: ({ sessionsLost }) =>
    sessionsLost > 0 ? message('detail.left-with-it', { count: sessionsLost }) : message('detail.drains'),
  cut: detailOfCut,
  partition: detailOfCut,
  drop: detailOfDrop,
  instruct: ({ notReached }) =>
    notReached.length === 0
      ? null
      : message('detail.not-reached', { nodes: message('nodes', { names: notReached }) }),
};

/** Captions of commands that took effect. */
const captions: Decisions<OperatorFacts, Decided['caption'], readonly TonedMessage[]> = {
  crash: (facts) => {
    const id = facts.how === 'machine' ? 'caption.crash.machine' : 'caption.crash';
    const tone = facts.sessionsLost > 0 || facts.keysLost || facts.recordsLost ? 'failure' : 'plain';
    return [plain(message(id, { node: facts.node })), toned(tone, ended(detailOfCrash(facts)))];
  },
  restart: (facts) => {
    const { node } = facts;
    if (hasForgotten(facts)) return [plain(message('caption.restart.empty', { node }))];
    return [plain(message(facts.makesKey ? 'caption.restart.with-key' : 'caption.restart', { node }))];
  },
  drop: (facts) => [plain(message('caption.drop', { which: detailOfDrop(facts) }))],
  instruct: (facts) => {
    const caption = plain(message('caption.instruct', { title: titleOf(facts) }));
    const missing = details.instruct(facts);
    return missing === null ? [caption] : [caption, toned('failure', ended(missing))];
  },
};

/** The colour of the detail in a caption. Without an entry, a loss of sessions decides. */
const tones: Readonly<Partial<Record<OperatorFacts['kind'], TonedMessage['tone']>>> = {
  freeze: 'failure',
  thaw: 'reply',
  cut: 'failure',
  partition: 'failure',
  heal: 'reply',
  'heal-all': 'reply',
};

const orders: Decisions<NodeCommand, Decided['order'], Message> = {
  say: ({ line, inParallel }) =>
    inParallel === true ? message('order.in-second-tab', { order: orderToSay(line) }) : orderToSay(line),
  do: ({ line }) =>
    'text' in line
      ? message('order.say', { words: verbatim(excerpt(line.text)) })
      : message(`order.${line.kind}`),
  'stay-away': ({ forUs }) => message('order.stay-away', { seconds: Math.round(forUs / 1_000_000) }),
  'set-server-state': ({ server, state }) =>
    message(`order.server-state.${state}`, { server: roleOf(server) }),
  tamper: ({ tampering }) => orderToTamper(tampering),
  'set-clock': ({ offsetUs }) => orderToSetClock(offsetUs),
  'rotate-key': ({ keepsOld }) => message(keepsOld ? 'order.rotate-key.keeping-old' : 'order.rotate-key'),
};

/** Title of a command's band. */
export function titleOf(facts: OperatorFacts): Message {
  if (isIn(titles, facts)) return decide(titles, facts);
  const isDone = facts.result === 'done';
  return isDone && isIn(announced, facts)
    ? messageAbout(`title.${facts.kind}.done`, facts)
    : messageAbout(`title.${facts.kind}`, facts);
}

/** Immediate effect of a command; null where the title says it all. */
export function detailOfOperation(facts: OperatorFacts): Message | null {
  switch (facts.result) {
    case 'already-up':
    case 'already-member':
      return message('detail.already-up');
    case 'already-down':
    case 'already-frozen':
    case 'not-frozen':
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
  return isIn(details, facts) ? decide(details, facts) : messageAbout(`detail.${facts.kind}`, facts);
}

/** Whether it's back without the state that it's there to keep. */
function hasForgotten({ node, keeps, isEmpty }: Extract<OperatorFacts, { kind: 'restart' }>): boolean {
  if (!isEmpty || keeps === 'nothing') return false;
  return keeps === 'shared-sessions' ? storeRoles.has(node.role) : node.role === 'server';
}

const storeRoles: ReadonlySet<Role> = new Set(['session-store', 'session-store-replica']);

function detailOfCrash(facts: Extract<OperatorFacts, { kind: 'crash' }>): Message {
  const { node, keeps, sessionsLost, changesLost = 0, connectionsLost, keysLost, recordsLost } = facts;
  if (keysLost) return message(node.role === 'server' ? 'detail.lost-its-key' : 'detail.lost-all-keys');
  if (sessionsLost > 0) return message('detail.lost-with-memory', { count: sessionsLost });
  if (changesLost > 0) return message('detail.lost-latest-change', { count: changesLost });
  if (recordsLost) return message('detail.lost-records');
  if (node.role !== 'server') return message('detail.unreachable');
  const losesConnections = connectionsLost > 0;
  if (keeps === 'connections' && !losesConnections) return message('detail.no-connection');
  const isAboutSessions = keeps === 'sessions' || keeps === 'connections';
  return losesConnections && !isAboutSessions
    ? message('detail.sessionless-connections-lost')
    : message(`detail.lost.${keeps}`);
}

function detailOfCut({ kind, retransmits }: Extract<OperatorFacts, { kind: 'cut' | 'partition' }>): Message {
  return message(retransmits ? 'detail.link-retransmits' : `detail.${kind}`);
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
  if (facts.result !== 'done' && detail !== null) return [plain(ended(detail))];
  if (isIn(captions, facts)) return decide(captions, facts);
  const caption = plain(messageAbout(`caption.${facts.kind}`, facts));
  if (detail === null) return [caption];
  const tone = tones[facts.kind] ?? (facts.sessionsLost + (facts.changesLost ?? 0) > 0 ? 'failure' : 'plain');
  return [caption, toned(tone, ended(detail))];
}

/** Words of a node command. */
export function orderOf(command: NodeCommand): Message {
  return isIn(orders, command) ? decide(orders, command) : messageAbout(`order.${command.kind}`, command);
}

function isIn<Kinds extends string, Each extends Tagged>(
  table: Readonly<Record<Kinds, unknown>>,
  each: Each,
): each is OfKind<Each, Kinds> {
  return each.kind in table;
}

// Each function gets members of its own kind only, which the compiler can't follow through a table.
function decide<Each extends Tagged, Result>(
  table: { readonly [Kind in Each['kind']]: (each: OfKind<Each, Kind>) => Result },
  each: Each,
): Result {
  const decision = table[each.kind as Each['kind']] as (each: Each) => Result;
  return decision(each);
}

/** The message that a command has by its kind, with the nodes, texts and numbers of its payload. */
function messageAbout(id: MessageId, { kind: _, ...payload }: Tagged): Message {
  const parameters = Object.entries(payload).flatMap(([name, value]) => parameterOf(name, value));
  // The type of the IDs derives their parameters from the same payload.
  const create = message as (id: MessageId, parameters?: object) => Message;
  return parameters.length === 0 ? create(id) : create(id, Object.fromEntries(parameters));
}

const circumstances: ReadonlySet<string> = new Set([
  'result',
  'keeps',
  'sessionsLost',
  'changesLost',
  'connectionsLost',
  'retransmits',
]);

function parameterOf(name: string, value: unknown): [name: string, value: unknown][] {
  if (circumstances.has(name)) return [];
  if (name === 'between') {
    const [one, other] = value as readonly [NodeRef, NodeRef];
    return [['pair', message('pair', { one, other })]];
  }
  if (name === 'nodes') return [[name, message('nodes', { names: value as readonly NodeRef[] })]];
  const isGiven = name === 'node' || typeof value === 'string' || typeof value === 'number';
  return isGiven ? [[name, value]] : [];
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
      return message(line.hasIdempotencyKey ? 'order.pay.with-key' : 'order.pay', {
        amountWon: line.amountWon,
      });
    case 'hand-over':
      return message('order.hand-over', { to: roleOf(line.to) });
    case 'log-out':
      return message('order.log-out');
    case 'add-to-cart':
      return message('order.add-to-cart', { product: line.product });
    case 'cart':
      return message('order.say', { words: said({ kind: 'cart', items: null }) });
    case 'wait':
      return message('order.stay-away', { seconds: Math.round(line.us / 1_000_000) });
    case 'at-once':
      return message('order.at-once', { orders: line.lines.map(orderToSay) });
    default:
      return message('order.say', { words: said(line) });
  }
}

function orderToSetClock(offsetUs: number): Message {
  if (offsetUs === 0) return message('order.set-clock.right');
  return message(`order.set-clock.${offsetUs < 0 ? 'behind' : 'ahead'}`, { offsetUs: Math.abs(offsetUs) });
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
