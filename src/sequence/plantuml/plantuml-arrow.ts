/** Reads one message of PlantUML: `A ->> "Bob" as B ++ : text`. */
import type { ArrowHead } from '../imported-diagram.ts';

interface PlantUmlEnd {
  /** `[` and `]` stand for the left and the right border of the diagram, `?` for a short arrow. */
  readonly name: string;
  /** Given with `as`, for a participant that this message introduces. */
  readonly alias: string | null;
}

export interface PlantUmlMessage {
  readonly from: PlantUmlEnd;
  readonly to: PlantUmlEnd;
  readonly line: 'solid' | 'dashed';
  readonly head: ArrowHead;
  readonly centres: { readonly from: boolean; readonly to: boolean };
  /** `++`, `--`, `**`, `!!`, in the order in which they're written. */
  readonly marks: readonly string[];
  readonly label: string;
}

/** A name, as PlantUML accepts it without quotes. */
const NAME = /[\p{L}\p{N}_.@]+/uy;
const QUOTED = /"([^"]*)"/y;
const BORDER = /[[\]?]/y;
/** Left end, shaft with an optional colour, right end. */
const ARROW =
  /([ox](?=[<\-/\\]))?(<<|<|\/\/|\\\\|\/|\\)?(-+(?:\[[^\]]*\]-*)?)(>>|>|\/\/|\\\\|\/|\\)?([ox](?=[\s"\]?]))?(?:\(\d{1,4}\))?/y;
const MARK = /(\+\+|--|\*\*|!!)/y;
const COLOUR = /#[\w/\\|-]*/y;
const ALIAS = /as\s/y;

/** @returns Null for a line that isn't a message. */
export function readMessage(line: string): PlantUmlMessage | null {
  const scan = new Scanner(line);
  const left = end(scan);
  if (left === null) return null;
  scan.spaces();
  const arrow = scan.take(ARROW);
  if (arrow === null) return null;
  scan.spaces();
  const right = end(scan);
  if (right === null) return null;
  const shape = shapeOf(arrow);
  if (shape === null) return null;
  const marks = marksOf(scan);
  scan.spaces();
  const rest = scan.rest();
  if (rest !== '' && !rest.startsWith(':')) return null;
  const { isReversed, ...look } = shape;
  const [from, to] = isReversed ? [right, left] : [left, right];
  return { from, to, ...look, marks, label: rest.slice(1).trim() };
}

function end(scan: Scanner): PlantUmlEnd | null {
  const border = scan.take(BORDER);
  if (border !== null) return { name: border[0], alias: null };
  const quoted = scan.take(QUOTED);
  const name = quoted?.[1] ?? scan.take(NAME)?.[0];
  if (name === undefined) return null;
  const here = scan.at;
  scan.spaces();
  if (scan.take(ALIAS) !== null) {
    scan.spaces();
    const alias = scan.take(QUOTED)?.[1] ?? scan.take(NAME)?.[0];
    // `"Bob" as B` and `B as "Bob"` mean the same.
    if (alias !== undefined) return quoted === null ? { name: alias, alias: name } : { name, alias };
  }
  scan.at = here;
  return { name, alias: null };
}

function marksOf(scan: Scanner): string[] {
  const marks: string[] = [];
  for (;;) {
    scan.spaces();
    const mark = scan.take(MARK);
    if (mark !== null) marks.push(mark[0]);
    else if (scan.take(COLOUR) === null) return marks;
  }
}

const rightHeads: Readonly<Record<string, ArrowHead>> = {
  '>': 'arrow',
  '>>': 'open',
  '\\': 'half-top',
  '/': 'half-bottom',
  '\\\\': 'stick-top',
  '//': 'stick-bottom',
};

const leftHeads: Readonly<Record<string, ArrowHead>> = {
  '/': 'half-top-back',
  '\\': 'half-bottom-back',
  '//': 'stick-top-back',
  '\\\\': 'stick-bottom-back',
};

/** @returns Null for a line without a head, which PlantUML rejects too. */
function shapeOf([, startSign, left, shaft = '', right, endSign]: RegExpExecArray) {
  const colour = shaft.includes('[') ? shaft.lastIndexOf(']') - shaft.indexOf('[') + 1 : 0;
  const dashes = shaft.length - colour;
  const line = dashes > 1 ? ('dashed' as const) : ('solid' as const);
  const centres = { from: startSign === 'o', to: endSign === 'o' };
  const isLeft = left === '<' || left === '<<';
  if (isLeft && right !== undefined) return { line, head: 'both' as const, centres, isReversed: false };
  if (isLeft || (left === undefined && right === undefined && startSign === 'x')) {
    const head: ArrowHead = startSign === 'x' ? 'cross' : left === '<<' ? 'open' : 'arrow';
    return { line, head, centres: { from: centres.to, to: centres.from }, isReversed: true };
  }
  if (endSign === 'x') return { line, head: 'cross' as const, centres, isReversed: false };
  const head = right === undefined ? leftHeads[left ?? ''] : rightHeads[right];
  return head === undefined ? null : { line, head, centres, isReversed: false };
}

class Scanner {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param pattern Sticky. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  spaces(): void {
    while (/\s/.test(this.#text.charAt(this.at))) this.at += 1;
  }

  rest(): string {
    return this.#text.slice(this.at);
  }
}
