/** Finds the sequence diagrams in a text: the text itself, or the fenced blocks of Markdown. */

export interface MermaidBlock {
  readonly text: string;
  /** Its first line in the whole text, from 1. */
  readonly line: number;
  /** The last heading above it; empty without one. */
  readonly heading: string;
}

/** Three or more backticks or tildes and `mermaid`; or `::: mermaid`, which some wikis use. */
const OPENING = /^ {0,3}(`{3,}|~{3,}|:{3,}) *\{?\.?mermaid\b/i;
const HEADING = /^ {0,3}#{1,6} /;

/** @returns The blocks of a Markdown text. Any other text is one block. Never empty. */
export function mermaidBlocks(text: string): readonly MermaidBlock[] {
  const lines = text.split(/\r\n?|\n/);
  const blocks: MermaidBlock[] = [];
  let heading = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const fence = OPENING.exec(line)?.[1];
    if (fence === undefined) {
      if (HEADING.test(line)) heading = headingIn(line);
      continue;
    }
    const end = closingLine(lines, index + 1, fence);
    blocks.push({ text: lines.slice(index + 1, end).join('\n'), line: index + 2, heading });
    index = end;
  }
  return blocks.length > 0 ? blocks : [{ text: lines.join('\n'), line: 1, heading: '' }];
}

/** A heading's words, without the marks around them (CommonMark §4.2). */
function headingIn(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && ' #'.includes(line.charAt(start))) start += 1;
  while (end > start && ' #'.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

/** A fence is closed by at least as many of the same characters. An open fence ends with the text. */
function closingLine(lines: readonly string[], from: number, fence: string): number {
  const mark = fence.charAt(0);
  for (let index = from; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    if (line.length >= fence.length && line === mark.repeat(line.length)) return index;
  }
  return lines.length;
}
