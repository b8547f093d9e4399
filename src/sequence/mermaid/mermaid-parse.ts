/**
 * Parses a Mermaid sequence diagram with Mermaid's own parser. Returns our own types, because the parser's results are
 * internal to Mermaid.
 */
import type { ImportedDiagram } from '../imported-diagram.ts';
import { loadMermaid } from './mermaid.ts';
import { type MermaidBlock, mermaidBlocks } from './mermaid-blocks.ts';
import { readDatabase } from './mermaid-database.ts';
import { lineOfError } from './mermaid-error-line.ts';

export const OPENED_CHARACTERS_MAX = 1_000_000;

export type DiagramProblem =
  | { readonly kind: 'too-large'; readonly characters: number; readonly charactersMax: number }
  /** Starts with `word`, and isn't a sequence diagram. */
  | { readonly kind: 'not-a-sequence-diagram'; readonly word: string }
  | { readonly kind: 'nothing-in-it' }
  /** `message` is Mermaid's own; `line` counts in the whole text, from 1. */
  | { readonly kind: 'syntax'; readonly message: string; readonly line: number | null }
  | { readonly kind: 'mermaid-not-loaded' };

/** The blocks of a text that are sequence diagrams. */
export function diagramBlocks(text: string): readonly MermaidBlock[] | DiagramProblem {
  const [characters, charactersMax] = [text.length, OPENED_CHARACTERS_MAX];
  if (characters > charactersMax) return { kind: 'too-large', characters, charactersMax };
  if (text.trim() === '') return { kind: 'nothing-in-it' };
  const blocks = mermaidBlocks(text);
  const sequences = blocks.filter((block) => firstWord(prepared(block.text).code) === KEYWORD);
  if (sequences.length > 0) return sequences;
  return {
    kind: 'not-a-sequence-diagram',
    word: firstWord(prepared(blocks[0]?.text ?? '').code).slice(0, 40),
  };
}

/** @param block One of `diagramBlocks`. */
export async function parseDiagram(
  block: MermaidBlock,
): Promise<ImportedDiagram | { readonly problem: DiagramProblem }> {
  const { code, title } = prepared(block.text);
  const mermaid = await loadMermaid().catch(() => null);
  if (mermaid === null) return { problem: { kind: 'mermaid-not-loaded' } };
  const read = async (text: string) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
  try {
    const imported = readDatabase(await read(code), title);
    return imported.lines.length === 0 ? { problem: { kind: 'nothing-in-it' } } : imported;
  } catch (error) {
    const message = messageOf(error);
    const messageOfPart = (part: string) => read(part).then(() => null, messageOf);
    const line = lineIn(code, message) ?? (await lineOfError(code, message, messageOfPart));
    if (line === null) return { problem: { kind: 'syntax', message, line } };
    const shown = line + block.line - 1;
    return { problem: { kind: 'syntax', message: message.replace(LINE, `line ${shown}`), line: shown } };
  }
}

const LINE = /\bline (\d+)/;

/** Mermaid counts from the first line that isn't blank. */
function lineIn(code: string, message: string): number | null {
  const reported = LINE.exec(message)?.[1];
  const blankLines = (/^\s*/.exec(code)?.[0] ?? '').split('\n').length - 1;
  return reported === undefined ? null : Number(reported) + blankLines;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const KEYWORD = 'sequenceDiagram';

function firstWord(code: string): string {
  const word = /^\s*(\S+)/.exec(code)?.[1] ?? '';
  let end = word.length;
  while (end > 0 && ';:'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

interface Prepared {
  readonly code: string;
  readonly title: string;
}

const FENCE = '---';

/**
 * Removes presentation settings: front matter, directives and comments. Lines keep their numbers. Each pass reads each
 * character once, because a pasted text can have a million of them.
 */
function prepared(text: string): Prepared {
  const { code, title } = withoutFrontMatter(text);
  return { code: withoutDirectives(code).split('\n').map(withoutComment).join('\n'), title };
}

function withoutFrontMatter(text: string): Prepared {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== FENCE) return { code: text, title: '' };
  const last = lines.findIndex((line, index) => index > first && line.trim() === FENCE);
  if (last < 0) return { code: text, title: '' };
  const titleLine = lines.slice(first + 1, last).find((line) => line.trim().startsWith('title:'));
  const title = titleLine?.trim().slice('title:'.length).trim() ?? '';
  const code = lines.map((line, index) => (index >= first && index <= last ? '' : line)).join('\n');
  return { code, title: unquoted(title) };
}

function unquoted(words: string): string {
  const mark = words.charAt(0);
  const isQuoted = words.length > 1 && (mark === '"' || mark === "'") && words.endsWith(mark);
  return isQuoted ? words.slice(1, -1) : words;
}

/** A directive starts with `%%{` and ends with `}%%`. An unclosed one is left to Mermaid. */
function withoutDirectives(text: string): string {
  let code = '';
  let from = 0;
  for (;;) {
    const begins = text.indexOf('%%{', from);
    const ends = begins < 0 ? -1 : text.indexOf('}%%', begins);
    if (ends < 0) return code + text.slice(from);
    const lineBreaks = text.slice(begins, ends).split('\n').length - 1;
    code += text.slice(from, begins) + '\n'.repeat(lineBreaks);
    from = ends + '}%%'.length;
  }
}

function withoutComment(line: string): string {
  return line.trimStart().startsWith('%%') ? '' : line;
}
