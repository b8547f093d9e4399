/** Scripts as text, one line each, for people who prefer writing to choosing. The text is untrusted. */
import { userIds } from '../../simulation/applications/account.ts';
import { AT_ONCE_MAX, type Line, type RequestLine } from '../../simulation/applications/line.ts';
import { NOTE_LENGTH_MAX } from '../../simulation/applications/note.ts';
import { AMOUNT_WON_MAX } from '../../simulation/applications/payment.ts';
import {
  type Conversation,
  paymentMethods,
  productIds,
  QUANTITY_MAX,
} from '../../simulation/applications/shop.ts';
import type { TransportLine } from '../../simulation/applications/transport-line.ts';
import { DELAY_US_MAX } from '../../simulation/validation/limits.ts';
import { readDuration, writeDuration } from './durations.ts';

export type ScriptLine = Line | TransportLine;

/** Lines without parameters. */
const bareKinds = ['visit', 'me', 'admin', 'log-out', 'refresh', 'cart', 'open', 'close'] as const;
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
  readonly unknown: readonly UnknownLine[];
}

interface UnknownLine {
  readonly number: number;
  readonly text: string;
  /** What is wrong with a block of lines; undefined for a line that isn't understood. */
  readonly fault?: ScriptFault;
  /** What may have been meant: a line that is understood. */
  readonly suggestion?: string;
}

/** What can be wrong with the lines of `at once [ … ]`. */
export type ScriptFault = 'unclosed' | 'unopened' | 'nested' | 'empty' | 'too-many' | 'no-request';

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

/** The lines of one block, as text; null unless all of them are requests. */
export function readLinesAtOnce(text: string): readonly RequestLine[] | null {
  const { lines, unknown } = readScript(text, isRequestLine);
  const requests = lines.filter(isRequestLine);
  return unknown.length === 0 && requests.length > 0 && requests.length <= AT_ONCE_MAX ? requests : null;
}

/** @param isUsed Lines of the other kind of script count as unknown. */
export function readScript(text: string, isUsed: (line: ScriptLine) => boolean): ReadScript {
  const reader = new ScriptReader(isUsed);
  for (const [index, each] of text.split(/\r?\n/).entries()) {
    const written = each.trim();
    if (written !== '' && !written.startsWith('#')) reader.read(written, index + 1);
  }
  return reader.end();
}

const BLOCK_BEGINS = /^at[ -]once\s*\[/;

/** Reads lines, and blocks of lines between `at once [` and `]`. A semicolon separates lines of a block, too. */
class ScriptReader {
  readonly #isUsed: (line: ScriptLine) => boolean;
  readonly #lines: ScriptLine[] = [];
  readonly #unknown: UnknownLine[] = [];
  #block: { readonly number: number; readonly text: string; readonly lines: RequestLine[] } | null = null;

  constructor(isUsed: (line: ScriptLine) => boolean) {
    this.#isUsed = isUsed;
  }

  read(written: string, number: number): void {
    const begin = BLOCK_BEGINS.exec(written)?.[0];
    if (begin !== undefined) {
      if (this.#block === null) this.#block = { number, text: written, lines: [] };
      else this.#reject({ number, text: written, fault: 'nested' });
      this.#readParts(written.slice(begin.length), number);
    } else if (this.#block !== null) this.#readParts(written, number);
    else if (written === ']') this.#reject({ number, text: written, fault: 'unopened' });
    else this.#readLine(written, number);
  }

  end(): ReadScript {
    if (this.#block !== null) this.#reject({ ...this.#block, fault: 'unclosed' });
    return { lines: this.#lines, unknown: this.#unknown };
  }

  /** The rest of a line within a block, which can close it. */
  #readParts(written: string, number: number): void {
    const isLast = written.endsWith(']');
    for (const part of (isLast ? written.slice(0, -1) : written).split(';')) {
      if (part.trim() !== '') this.#readLine(part.trim(), number);
    }
    if (isLast) this.#closeBlock();
  }

  #closeBlock(): void {
    const block = this.#block;
    this.#block = null;
    if (block === null) return;
    const { number, text, lines } = block;
    const line: ScriptLine = { kind: 'at-once', lines };
    if (!this.#isUsed(line)) this.#reject({ number, text });
    else if (lines.length === 0) this.#reject({ number, text, fault: 'empty' });
    else if (lines.length > AT_ONCE_MAX) this.#reject({ number, text, fault: 'too-many' });
    else this.#lines.push(line);
  }

  #readLine(text: string, number: number): void {
    const line = readLine(text);
    if (line === null || !this.#isUsed(line)) this.#rejectLine(text, number);
    else if (this.#block === null) this.#lines.push(line);
    else if (isRequestLine(line)) this.#block.lines.push(line);
    else this.#reject({ number, text, fault: 'no-request' });
  }

  #rejectLine(text: string, number: number): void {
    const suggestion = suggestionFor(text, (line) => this.#isUsed(line));
    this.#unknown.push({ number, text, ...(suggestion !== null && { suggestion }) });
  }

  #reject({ number, text, fault }: UnknownLine): void {
    this.#unknown.push(fault === undefined ? { number, text } : { number, text, fault });
  }
}

function isRequestLine(line: ScriptLine): line is RequestLine {
  return isClusterLine(line) && line.kind !== 'hand-over' && line.kind !== 'at-once' && line.kind !== 'wait';
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
    case 'add-to-cart':
      return `add-to-cart ${line.product}`;
    case 'at-once':
      return ['at once [', ...line.lines.map((each) => `  ${writeLine(each)}`), ']'].join('\n');
    case 'hand-over':
      return `hand-over ${line.to}`;
    case 'wait':
      return `wait ${writeDuration(line.us)}`;
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
    case 'add-to-cart': {
      const product = productIds.find((id) => id === word);
      return product === undefined || more.length > 0 ? null : { kind, product };
    }
    case 'pay': {
      const amountWon = wholeNumber(word, AMOUNT_WON_MAX);
      const hasIdempotencyKey = more[0] === WITH_KEY;
      const isWhole = more.length === (hasIdempotencyKey ? 1 : 0);
      return amountWon === null || !isWhole ? null : { kind, amountWon, hasIdempotencyKey };
    }
    case 'wait': {
      const us = readDuration(words.join(' '), 'seconds');
      return us >= 1 && us <= DELAY_US_MAX ? { kind, us } : null;
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

/** All first words of lines, each with an example of the rest. */
const examples: Readonly<Record<ScriptLine['kind'], string>> = {
  shop: 'laptop 2 card',
  visit: '',
  'log-in': 'mina',
  me: '',
  admin: '',
  'log-out': '',
  note: '3000',
  refresh: '',
  pay: '50000 with-key',
  'add-to-cart': 'laptop',
  cart: '',
  'hand-over': 'client-2',
  wait: '30 s',
  'at-once': '[ me; cart ]',
  open: '',
  send: 'hello',
  request: 'hello',
  close: '',
};

/** An example of each kind of line that can stand in a script with `isUsed`. */
export function exampleLines(kinds: readonly ScriptLine['kind'][]): readonly string[] {
  return kinds.map((kind) => `${kind === 'at-once' ? 'at once' : kind} ${examples[kind]}`.trim());
}

/** A line with a known first word in place of one that is spelt like it, such as `log-in` for `login`. */
function suggestionFor(text: string, isUsed: (line: ScriptLine) => boolean): string | null {
  const words = text.split(/\s+/);
  const known = Object.keys(examples) as readonly ScriptLine['kind'][];
  for (const length of [1, 2, 3]) {
    const typed = lettersOf(words.slice(0, length).join(''));
    const verb = known.find((kind) => lettersOf(kind) === typed);
    if (verb === undefined) continue;
    const line = [verb, ...words.slice(length)].join(' ');
    const read = readLine(line);
    if (read !== null && isUsed(read)) return line === text ? null : line;
    const example = `${verb} ${examples[verb]}`.trim();
    const readExample = readLine(example);
    if (readExample !== null && isUsed(readExample)) return example;
  }
  return null;
}

function lettersOf(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, '');
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
