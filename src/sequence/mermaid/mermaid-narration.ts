/**
 * Finds the comments that narrate a diagram: those directly above a line. Mermaid's parser drops comments, so each block
 * of them becomes a marker that leaves an entry at the same place in the parser's database: a count from a number that no
 * diagram has.
 */

import { withoutComments } from './mermaid-settings.ts';

interface NarrationLine {
  readonly text: string;
  readonly isForPresenter: boolean;
}

/** What the comments above one line say. */
export interface Said {
  readonly lines: readonly NarrationLine[];
  /** How many messages above a message happened while it was under way. */
  readonly transit: number;
}

export interface Marked {
  /** With as many lines as the original. */
  readonly code: string;
  readonly narration: ReadonlyMap<number, Said>;
}

/** Far above the numbers that Mermaid's documentation allows for. */
const FIRST_MARKER = 900_000_000;
const COMMENT = /^\s*%%((?:[^{].*)?)$/;
const FOR_PRESENTER = /^presenter:\s*/i;
/** `in transit`, or `in transit: 3`. */
const IN_TRANSIT = /^in transit(?::\s{0,9}([1-9]\d{0,3}))?$/i;
/** Lines that stand where no count may stand, or that no step shows. */
const NOT_NARRATED =
  /^\s*(?:$|sequenceDiagram\b|participant\b|actor\b|box\b|end\b|title\b|acc(?:Title|Descr)\b|links?\b|properties\b|details\b|autonumber\b)/i;
/** A statement that was turned off: an arrow between two names with words after it, or another statement. */
const TURNED_OFF =
  /^(?:[^\s:]{1,60}\s{0,4}(?:<<)?--?(?:>>?|[)x]|\|[\\/]|\\\\|\/\/)\s{0,4}[+-]?[^\s:]{1,60}\s{0,4}:|(?:participant|actor|activate|deactivate|autonumber|create|destroy)\s|note (?:left|right|over)\b)/i;

/** Statements of several lines, up to a brace: a description for screen readers, and a participant's type. */
const BLOCK_BEGINS =
  /(?:^|[;\n])[^\S\n]*(?:accDescr\s*\{|(?:create\s+)?(?:participant|actor)\s[^\n:;,<>@]*@\{)/gi;
/** A comment without any is a ruler. */
const LETTER = /[\p{L}\p{N}]/u;
const RULER = '-=~*_#%+─━═';
/** Of these signs before or after words, fewer are Markdown's, or part of a word such as C++. */
const RULER_MIN = 3;

/** Replaces comments above lines by markers, and removes all others. Reads each line once. */
export function withMarkers(code: string): Marked {
  const narration = new Map<number, Said>();
  const lines = code.split('\n');
  const inBlocks = linesInBlocks(code);
  let block: string[] = [];
  const marked = lines.map((line, index) => {
    const comment = COMMENT.exec(line)?.[1];
    if (comment === undefined) return line;
    if (inBlocks.has(index)) return '';
    block.push(comment.trim());
    const next = lines[index + 1] ?? '';
    if (COMMENT.test(next)) return '';
    const said = NOT_NARRATED.test(next) ? null : saidIn(block);
    block = [];
    if (said === null || (said.lines.length === 0 && said.transit === 0)) return '';
    const marker = FIRST_MARKER + narration.size;
    narration.set(marker, said);
    return `autonumber ${marker} 1`;
  });
  return { code: marked.join('\n'), narration };
}

/** The lines, from 0, in which a statement of several lines goes on. */
function linesInBlocks(code: string): ReadonlySet<number> {
  const text = withoutComments(code);
  const inside = new Set<number>();
  let [at, line] = [0, 0];
  const lineAt = (index: number) => {
    for (; at < index; at += 1) if (text.charAt(at) === '\n') line += 1;
    return line;
  };
  let from = 0;
  for (;;) {
    BLOCK_BEGINS.lastIndex = from;
    const begin = BLOCK_BEGINS.exec(text);
    const end = begin === null ? -1 : text.indexOf('}', BLOCK_BEGINS.lastIndex);
    if (begin === null || end < 0) return inside;
    const first = lineAt(begin.index + 1);
    const last = lineAt(end);
    for (let each = first + 1; each <= last; each += 1) inside.add(each);
    from = end;
  }
}

/** The lines for everyone as one text, and the lines for the presenter as another. */
function saidIn(comments: readonly string[]): Said {
  const asked = comments.map((each) => IN_TRANSIT.exec(each)).filter((found) => found !== null);
  const transit = Number(asked.at(-1)?.[1] ?? (asked.length > 0 ? 1 : 0));
  const said = comments
    .filter((each) => !IN_TRANSIT.test(each) && !TURNED_OFF.test(each))
    .map(withoutRulers)
    .filter((each) => LETTER.test(each.replace(FOR_PRESENTER, '')));
  const texts = [false, true].map((isForPresenter) => {
    const lines = said.filter((each) => FOR_PRESENTER.test(each) === isForPresenter);
    const words = lines.map((each) => withoutRulers(each.replace(FOR_PRESENTER, '')));
    return { text: words.join(' '), isForPresenter };
  });
  return { lines: texts.filter(({ text }) => text !== ''), transit };
}

/** `=== Login ===` says `Login`. */
function withoutRulers(comment: string): string {
  const isRuler = (index: number) => RULER.includes(comment.charAt(index));
  let [start, end] = [0, comment.length];
  while (start < end && isRuler(start)) start += 1;
  while (end > start && isRuler(end - 1)) end -= 1;
  const before = isApart(start, comment.charAt(start)) ? start : 0;
  const after = isApart(comment.length - end, comment.charAt(end - 1)) ? end : comment.length;
  return comment.slice(before, after).trim();
}

/** @param beside The first sign that isn't of the ruler. */
function isApart(length: number, beside: string): boolean {
  return length >= RULER_MIN || (length > 1 && beside === ' ');
}
