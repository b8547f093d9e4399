/** Scripts as text, one line each, for people who prefer writing to choosing. The text is untrusted. */
import { userIds } from '../../simulation/applications/account.ts';
import type { Line } from '../../simulation/applications/line.ts';
import { NOTE_LENGTH_MAX } from '../../simulation/applications/note.ts';
import { AMOUNT_WON_MAX } from '../../simulation/applications/payment.ts';
import {
  type Conversation,
  paymentMethods,
  productIds,
  QUANTITY_MAX,
} from '../../simulation/applications/shop.ts';
import type { TransportLine } from '../../simulation/applications/transport-line.ts';

export type ScriptLine = Line | TransportLine;

/** Lines without parameters. */
const bareKinds = ['visit', 'me', 'admin', 'log-out', 'refresh', 'open', 'close'] as const;
type BareKind = (typeof bareKinds)[number];

export function isBare(line: ScriptLine): line is Extract<ScriptLine, { kind: BareKind }> {
  return isBareKind(line.kind);
}

export function isBareKind(kind: string): kind is BareKind {
  return bareKinds.some((each) => each === kind);
}

export interface ReadScript {
  readonly lines: readonly ScriptLine[];
  /** Lines that aren't understood, by line number from 1. */
  readonly unknown: readonly { readonly number: number; readonly text: string }[];
}

const WITH_KEY = 'with-key';

const transportKinds: readonly ScriptLine['kind'][] = ['open', 'send', 'request', 'close'];

export function isTransportLine(line: ScriptLine): line is TransportLine {
  return transportKinds.includes(line.kind);
}

export function isClusterLine(line: ScriptLine): line is Line {
  return !isTransportLine(line);
}

export function writeScript(script: readonly ScriptLine[]): string {
  return script.map(writeLine).join('\n');
}

/** @param isUsed Lines of the other kind of script count as unknown. */
export function readScript(text: string, isUsed: (line: ScriptLine) => boolean): ReadScript {
  const lines: ScriptLine[] = [];
  const unknown: { number: number; text: string }[] = [];
  for (const [index, each] of text.split(/\r?\n/).entries()) {
    const written = each.trim();
    if (written === '' || written.startsWith('#')) continue;
    const line = readLine(written);
    if (line !== null && isUsed(line)) lines.push(line);
    else unknown.push({ number: index + 1, text: written });
  }
  return { lines, unknown };
}

function writeLine(line: ScriptLine): string {
  if (isBare(line)) return line.kind;
  switch (line.kind) {
    case 'shop': {
      const { product, quantity, payment } = line.said;
      return ['shop', product, quantity, payment].filter((word) => word !== undefined).join(' ');
    }
    case 'log-in':
      return `log-in ${line.user}`;
    case 'note':
      return `note ${line.characters}`;
    case 'pay':
      return `pay ${line.amountWon}${line.hasIdempotencyKey ? ` ${WITH_KEY}` : ''}`;
    case 'hand-over':
      return `hand-over ${line.to}`;
    case 'send':
    case 'request':
      return `${line.kind} ${line.text}`;
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}

function readLine(written: string): ScriptLine | null {
  const [kind = '', ...words] = written.split(/\s+/);
  const [word = '', ...more] = words;
  if (isBareKind(kind)) return words.length === 0 ? { kind } : null;
  switch (kind) {
    case 'shop': {
      const said = readConversation(words);
      return said === null ? null : { kind, said };
    }
    case 'log-in': {
      const user = userIds.find((id) => id === word);
      return user === undefined || more.length > 0 ? null : { kind, user };
    }
    case 'note': {
      const characters = wholeNumber(word, NOTE_LENGTH_MAX);
      return characters === null || more.length > 0 ? null : { kind, characters };
    }
    case 'pay': {
      const amountWon = wholeNumber(word, AMOUNT_WON_MAX);
      const hasIdempotencyKey = more[0] === WITH_KEY;
      const isWhole = more.length === (hasIdempotencyKey ? 1 : 0);
      return amountWon === null || !isWhole ? null : { kind, amountWon, hasIdempotencyKey };
    }
    case 'hand-over':
      return /^client(-\d+)?$/.test(word) && more.length === 0 ? { kind, to: word } : null;
    case 'send':
    case 'request':
      return words.length === 0 ? null : { kind, text: written.slice(kind.length).trim() };
    default:
      return null;
  }
}

/** Each word at most once, in any order. */
function readConversation(words: readonly string[]): Conversation | null {
  let said: Conversation = {};
  for (const word of words) {
    const product = productIds.find((id) => id === word);
    const payment = paymentMethods.find((method) => method === word);
    const quantity = wholeNumber(word, QUANTITY_MAX);
    if (product !== undefined && said.product === undefined) said = { ...said, product };
    else if (payment !== undefined && said.payment === undefined) said = { ...said, payment };
    else if (quantity !== null && said.quantity === undefined) said = { ...said, quantity };
    else return null;
  }
  return words.length === 0 ? null : said;
}

/** From 1. */
function wholeNumber(word: string, max: number): number | null {
  const value = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  return value >= 1 && value <= max ? value : null;
}
