/** The diagram in English. */
import type {
  ForwardFacts,
  NodeRef,
  OperatorFacts,
  Phrase,
  Phrasebook,
  ReplyFacts,
  RequestFacts,
  ShelfRemark,
  StepFacts,
} from '../../diagram/phrasebook.ts';
import type { Conversation, PaymentMethod, ProductId } from '../../simulation/application/shop.ts';
import type { ReadResponse } from '../../simulation/application/shop-http.ts';
import type { MemoryItem } from '../../simulation/memory.ts';
import { phrase, plain, shortId, toned } from '../phrases.ts';

const products: Record<ProductId, { one: string; article: string; many: string; chip: string }> = {
  laptop: { one: 'laptop', article: 'a laptop', many: 'laptops', chip: 'Laptop' },
  americano: { one: 'Americano', article: 'an Americano', many: 'Americanos', chip: 'Americano' },
};
const payments: Record<PaymentMethod, string> = { card: 'card', cash: 'cash' };
const smallNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const number = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

export const phrasebook: Phrasebook = {
  language: 'en',
  name: nameOf,
  label,
  detail,
  caption,
  sentence,
  chips,
  rememberedNote: (conversation) => `${factsIn(conversation).join(' ')} · remembered`,
  unknownSessionNote: (sessionId) => `sid=${shortId(sessionId)}… unknown`,
  orderSavedNote: () => 'Order saved in the database',
  remark,
};

function nameOf({ role, ordinal }: NodeRef): string {
  switch (role) {
    case 'client':
      return 'Client';
    case 'load-balancer':
      return 'Load balancer';
    case 'database':
      return 'Database';
    case 'server':
      return `Server ${ordinal}`;
    default:
      throw new Error(`Unknown role ${role satisfies never}`);
  }
}

function spoken(count: number): string {
  return smallNumbers[count] ?? number.format(count);
}

function won(amount: number): string {
  return `${number.format(amount)} won`;
}

function said({ product, quantity, payment }: Conversation): string {
  const goods = product === undefined ? undefined : products[product];
  if (goods !== undefined && quantity === undefined && payment === undefined) {
    return `How much is ${goods.article}?`;
  }
  let wanted = '';
  if (quantity !== undefined) {
    const noun = goods === undefined ? '' : ` ${plural.select(quantity) === 'one' ? goods.one : goods.many}`;
    wanted = `${spoken(quantity)}${noun}`;
  } else if (goods !== undefined) wanted = goods.article;
  if (payment === undefined) return wanted === '' ? 'Hello?' : `${wanted}, please.`;
  return wanted === '' ? `By ${payments[payment]}.` : `${wanted}, by ${payments[payment]}.`;
}

function answered(reply: ReadResponse): string {
  switch (reply.kind) {
    case 'price':
      return `${won(reply.unitPriceWon)} each.`;
    case 'total':
      return `${won(reply.totalWon)}. Card or cash?`;
    case 'paid':
      return `${won(reply.order.totalWon)}, paid. Thank you!`;
    case 'incomplete': {
      const { quantity } = reply.heard;
      if (!reply.ask.includes('product')) return 'How many?';
      if (reply.ask.includes('quantity')) return 'What, and how many?';
      return quantity === undefined ? 'Which product?' : `${spoken(quantity)} of what?`;
    }
    case 'problem':
      return `${reply.status} ${problems[reply.status]}`;
    default:
      throw new Error(`Unknown reply ${reply satisfies never}`);
  }
}

const problems: Record<Extract<ReadResponse, { kind: 'problem' }>['status'], string> = {
  200: 'An answer that makes no sense',
  400: 'Bad request',
  404: 'Not found',
  409: 'Conflict',
  502: 'Bad gateway: the answer is lost',
  503: 'Service unavailable',
};

function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return said(facts.said);
    case 'forward':
      return `→ ${nameOf(facts.to)}${facts.fate === 'delivered' ? '' : ': no answer'}`;
    case 'reply':
      return answered(facts.reply);
    case 'crash':
      return facts.result === 'done' ? `${nameOf(facts.node)} crashes` : `Crash ${nameOf(facts.node)}`;
    case 'restart':
      return facts.result === 'done' ? `${nameOf(facts.node)} restarts` : `Restart ${nameOf(facts.node)}`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function detail({ kind, node, result, sessionsLost, mode }: OperatorFacts): string {
  switch (result) {
    case 'already-down':
      return 'It is down already. Nothing changes.';
    case 'already-up':
      return 'It is running already. Nothing changes.';
    case 'no-such-node':
      return `There is no ${nameOf(node)}. Nothing changes.`;
    case 'done':
      if (kind === 'restart') return mode === 'stateful' ? 'It is back, and remembers nothing' : 'It is back';
      if (sessionsLost > 0) return `${sessions(sessionsLost)} gone with its memory`;
      return mode === 'stateful' ? 'No session was in its memory' : 'It had nothing to lose';
    default:
      throw new Error(`Unknown result ${result satisfies never}`);
  }
}

function sessions(count: number): string {
  return plural.select(count) === 'one' ? `${count} session is` : `${number.format(count)} sessions are`;
}

function caption(facts: StepFacts): Phrase {
  switch (facts.kind) {
    case 'request':
      return captionOfRequest(facts);
    case 'forward':
      return captionOfForward(facts);
    case 'reply':
      return captionOfReply(facts);
    case 'crash':
    case 'restart':
      return captionOfOperator(facts);
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function captionOfRequest(facts: RequestFacts): Phrase {
  const words = toned('request', `“${said(facts.said)}”`);
  if (!facts.continues) return phrase('The customer asks:', words);
  return facts.mode === 'stateful'
    ? phrase('The customer says only what is new.', words)
    : phrase('The customer says everything, every time.', words);
}

function captionOfForward(facts: ForwardFacts): Phrase {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') {
    return [toned('failure', `${server} does not answer.`), plain(' The request was never sent to it.')];
  }
  if (facts.unknownSession !== null) {
    return phrase(`${server} looks for this customer’s session.`, toned('failure', 'It has none.'));
  }
  if (facts.mode === 'stateless') {
    return facts.orderSaved
      ? phrase(`${server} saves the order in the database, and remembers nothing itself.`)
      : phrase(`The request says it all. ${server} remembers nothing.`);
  }
  if (facts.remembered === null) return phrase(`The request goes to ${server}.`);
  if (facts.orderSaved) return phrase(`${server} saves the order in the database.`);
  return phrase(`${server} remembers:`, toned('memory', factsIn(facts.remembered).join(' ')));
}

function captionOfReply(facts: ReplyFacts): Phrase {
  const words = `“${answered(facts.reply)}”`;
  const server = nameOf(facts.from);
  switch (facts.reply.kind) {
    case 'incomplete': {
      const asks = toned('failure', words);
      if (!facts.unknownSession) return phrase(`${server} has not been told enough.`, asks);
      return facts.newClerk
        ? phrase(`${server} has never met this customer.`, asks)
        : phrase(`${server} does not know this customer.`, asks);
    }
    case 'problem':
      return phrase(problemCaption(facts), toned('failure', String(facts.reply.status)));
    default: {
      const answer = toned('reply', words);
      return facts.mode === 'stateless' && facts.newClerk
        ? phrase(`${server} has never met this customer, and need not have.`, answer)
        : phrase(`${server} answers.`, answer);
    }
  }
}

function problemCaption({ from, status }: ReplyFacts): string {
  if (status === 502) return 'The server died before it answered. What it had done, nobody knows.';
  if (status === 503 && from.role === 'load-balancer') return 'No server is left to answer.';
  return `${nameOf(from)} cannot answer this.`;
}

function captionOfOperator(facts: OperatorFacts): Phrase {
  const server = nameOf(facts.node);
  if (facts.result !== 'done') return phrase(detail(facts));
  if (facts.kind === 'restart') {
    return phrase(`${server} is back${facts.mode === 'stateful' ? ', and remembers nothing' : ''}.`);
  }
  const loss = toned(facts.sessionsLost > 0 ? 'failure' : 'plain', `${detail(facts)}.`);
  return phrase(`${server} crashes.`, loss);
}

function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return `${nameOf(facts.from)} says to ${nameOf(facts.to)}: ${said(facts.said)}`;
    case 'forward':
      return `${nameOf(facts.from)} passes it to ${nameOf(facts.to)}. ${consequence(facts)}`.trim();
    case 'reply': {
      const missing = facts.unknownSession ? ` ${nameOf(facts.from)} has no such session.` : '';
      const words = facts.reply.kind === 'problem' ? problemCaption(facts) : answered(facts.reply);
      return `${nameOf(facts.from)} answers ${nameOf(facts.to)}: ${facts.status}. ${words}${missing}`;
    }
    case 'crash':
    case 'restart':
      return `${label(facts)}. ${detail(facts).replace(/\.$/, '')}.`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') return `${server} does not answer.`;
  const parts: string[] = [];
  if (facts.unknownSession !== null) parts.push(`${server} has no session ${shortId(facts.unknownSession)}.`);
  if (facts.remembered !== null) parts.push(`${server} remembers: ${factsIn(facts.remembered).join(' ')}.`);
  if (facts.orderSaved) parts.push('The order is saved in the database.');
  if (facts.mode === 'stateless') parts.push(`${server} remembers nothing.`);
  return parts.join(' ');
}

function factsIn({ product, quantity, payment }: Conversation): string[] {
  return [
    ...(product === undefined ? [] : [products[product].chip]),
    ...(quantity === undefined ? [] : [`×${quantity}`]),
    ...(payment === undefined ? [] : [`Paid by ${payments[payment]}`]),
  ];
}

function chips(item: MemoryItem): readonly string[] {
  switch (item.kind) {
    case 'session':
    case 'conversation':
      return factsIn(item.conversation);
    case 'cookie':
      return [`Cookie ${item.name}=${shortId(item.value)}`];
    case 'server-down':
      return [`${nameOf({ role: 'server', ordinal: Number(item.server.split('-')[1]) })} down`];
    case 'order':
      return [`Order ${item.orderNumber}`];
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

function remark(each: ShelfRemark): string {
  switch (each.kind) {
    case 'policy':
      return each.policy === 'first' ? 'First healthy server' : 'Each in turn';
    case 'empty':
      return 'Empty';
    case 'memory-lost':
      return 'Memory lost';
    case 'down':
      return 'Down';
    case 'unknown-session':
      return 'No such session';
    case 'needs-no-memory':
      return 'Needs no memory';
    default:
      throw new Error(`Unknown remark ${each satisfies never}`);
  }
}
