/** Finds the sequence diagrams in a text: the text itself, or the fenced blocks of Markdown. */

export interface MermaidBlock {
  readonly text: string;
  /** Its first line in the whole text, from 1. */
  readonly line: number;
  /** The last heading above it; empty without one. */
  readonly heading: string;
}

/**
 * Three or more backticks or tildes and `mermaid`; or `::: mermaid`, which some wikis use. Lists indent a fence, and
 * quotations mark each of its lines.
 */
const OPENING = /^((?:[ \t]|>)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,}|:{3,}) *\{?\.?mermaid\b/i;
/** Of any other block, in which nothing is a heading. */
const OTHER_OPENING = /^(?:[ \t]|>)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/;
const HEADING = /^[ >]{0,12}#{1,6} /;

/** @returns The blocks of a Markdown text. Any other text is one block. Never empty. */
export function mermaidBlocks(text: string): readonly MermaidBlock[] {
  const lines = text.split(/\r\n?|\n/);
  const blocks: MermaidBlock[] = [];
  let heading = '';
  const unclosed = new Map<string, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, lead = '', fence] = OPENING.exec(line) ?? [];
    if (fence !== undefined) {
      const quotes = lead.split('>').length - 1;
      const end = closingLine(lines, index + 1, fence, quotes);
      const text = lines.slice(index + 1, end).map((each) => unquoted(each, quotes));
      blocks.push({ text: text.join('\n'), line: index + 2, heading });
      index = lastLine(lines, end, quotes);
      continue;
    }
    const other = OTHER_OPENING.exec(line)?.[1];
    const quotes = quotesIn(line);
    const end =
      other === undefined ? lines.length : closingOfOther(lines, index + 1, other, quotes, unclosed);
    // An open fence that isn't a diagram's hides nothing: the text may be cut.
    if (end < lines.length) index = lastLine(lines, end, quotes);
    else if (HEADING.test(line)) heading = headingIn(line);
  }
  return blocks.length > 0 ? blocks : [{ text: lines.join('\n'), line: 1, heading: '' }];
}

/** A heading's words, without the marks around them (CommonMark §4.2). */
function headingIn(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && ' #>'.includes(line.charAt(start))) start += 1;
  while (end > start && ' #'.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

/** A fence is closed by at least as many of the same characters. An open fence ends with the text. */
function closingLine(lines: readonly string[], from: number, fence: string, quotes: number): number {
  const mark = fence.charAt(0);
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index] ?? '';
    // A quotation ends a fence that was opened in it.
    if (quotes > 0 && !isQuoted(text)) return index;
    const line = unquoted(text, quotes).trim();
    if (line.length >= fence.length && line === mark.repeat(line.length)) return index;
  }
  return lines.length;
}

/**
 * What the text has been searched for in vain isn't searched for again, or many open fences would take quadratic time.
 *
 * @param unclosed The shortest fence of each kind that isn't closed.
 */
function closingOfOther(
  lines: readonly string[],
  from: number,
  fence: string,
  quotes: number,
  unclosed: Map<string, number>,
): number {
  const kind = fence.charAt(0);
  if (fence.length >= (unclosed.get(kind) ?? Number.POSITIVE_INFINITY)) return lines.length;
  const end = closingLine(lines, from, fence, quotes);
  if (end === lines.length && quotes === 0) unclosed.set(kind, fence.length);
  return end;
}

/** The line at which a fence ends isn't its own if only the quotation around it has ended. */
function lastLine(lines: readonly string[], end: number, quotes: number): number {
  return quotes > 0 && !isQuoted(lines[end] ?? '') ? end - 1 : end;
}

function isQuoted(line: string): boolean {
  return line.trimStart().startsWith('>');
}

function quotesIn(line: string): number {
  return (/^[ \t>]*/.exec(line)?.[0] ?? '').split('>').length - 1;
}

/** Without the marks of as many quotations. */
function unquoted(line: string, quotes: number): string {
  let rest = line;
  for (let count = 0; count < quotes; count += 1) rest = rest.replace(/^[ \t]*>/, '');
  return rest;
}
