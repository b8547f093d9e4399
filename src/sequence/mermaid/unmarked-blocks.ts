/**
 * Finds sequence diagrams that no fence of Mermaid's marks: in a fence without its name, in a fence around a whole answer, in
 * HTML as Mermaid's documentation embeds them, or below other words.
 */
import type { MermaidBlock } from './mermaid-blocks.ts';

const KEYWORD = /^[ \t]*sequenceDiagram\b/;
const FENCE = /^[ \t]*(?:`{3,}|~{3,}|:{3,})/;
const FRONT_MATTER = /^---[ \t]*$/;
const COMMENT_OR_BLANK = /^[ \t]*(?:%%|$)/;

/** @returns Empty if no line begins with `sequenceDiagram`. */
export function unmarkedBlocks(text: string): readonly MermaidBlock[] {
  const lines = text.split(/\r\n?|\n/);
  const blocks: MermaidBlock[] = [];
  let end = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (!beginsDiagram(lines[index] ?? '')) continue;
    const begin = beginningOf(lines, index, end);
    end = endOf(lines, index + 1);
    blocks.push({ text: textOf(lines, begin, end), line: begin + 1, heading: '' });
    index = end - 1;
  }
  return blocks;
}

function beginsDiagram(line: string): boolean {
  return KEYWORD.test(line.slice(tagLength(line)));
}

/**
 * What stands above a diagram's keyword can be its comments, directives and front matter.
 *
 * @param from The first line that can belong to it.
 */
function beginningOf(lines: readonly string[], keyword: number, from: number): number {
  const lineAt = (index: number) => lines[index] ?? '';
  const lineAbove = (index: number, isIt: (line: string) => boolean) => {
    let above = index - 1;
    while (above >= from && !isIt(lineAt(above))) above -= 1;
    return above;
  };
  let begin = keyword;
  for (;;) {
    const above = begin - 1;
    if (above < from) return begin;
    const line = lineAt(above);
    let start = -1;
    if (COMMENT_OR_BLANK.test(line)) start = above;
    else if (line.trimEnd().endsWith('}%%')) start = lineAbove(begin, (each) => each.includes('%%{'));
    else if (FRONT_MATTER.test(line)) start = lineAbove(above, (each) => FRONT_MATTER.test(each));
    if (start < from) return begin;
    begin = start;
  }
}

/** @returns The line after the diagram's last one: that of a fence, of the end of an element, or of another diagram. */
function endOf(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && !FENCE.test(lines[end] ?? '') && !beginsDiagram(lines[end] ?? '')) {
    if (closingTagIn(lines[end] ?? '') >= 0) return end + 1;
    end += 1;
  }
  return end;
}

function textOf(lines: readonly string[], begin: number, end: number): string {
  const own = lines.slice(begin, end);
  const opening = tagLength(own[0] ?? '');
  const closing = closingTagIn(own.at(-1) ?? '');
  if (opening === 0 && closing < 0) return own.join('\n');
  if (closing >= 0) own.push((own.pop() ?? '').slice(0, closing));
  own.unshift((own.shift() ?? '').slice(opening));
  return decoded(own.join('\n'));
}

/** Of the tag of a `<pre class="mermaid">` or a `<div>` at the line's beginning; 0 without one. */
function tagLength(line: string): number {
  if (!/^[ \t]*<(?:pre|div)\b/i.test(line)) return 0;
  const end = line.indexOf('>') + 1;
  return /\bmermaid\b/i.test(line.slice(0, end)) ? end : 0;
}

function closingTagIn(line: string): number {
  return line.search(/<\/(?:pre|div)>/i);
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function decoded(html: string): string {
  return html.replaceAll(/&(lt|gt|quot|amp);/g, (entity, name: string) => characters[name] ?? entity);
}
