/** Reads a Mermaid sequence diagram with Mermaid's own parser. What comes out are our own types: what the parser leaves behind is internal to Mermaid. */
import type { ImportedDiagram } from '../imported-diagram.ts';
import { loadMermaid } from './mermaid.ts';
import { type MermaidBlock, mermaidBlocks } from './mermaid-blocks.ts';
import { readDatabase } from './mermaid-database.ts';
import { lineOfError } from './mermaid-error-line.ts';

export const OPENED_CHARACTERS_MAX = 1_000_000;

export type DiagramProblem =
  | { readonly kind: 'too-large'; readonly characters: number; readonly charactersMax: number }
  /** It begins with `word`, and is no sequence diagram. */
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

/** Mermaid counts from the first line that is not blank. */
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
  return /^\s*(\S+)/.exec(code)?.[1]?.replace(/[;:]+$/, '') ?? '';
}

interface Prepared {
  readonly code: string;
  readonly title: string;
}

const FRONT_MATTER = /^\s*---[^\S\n]*\n([\s\S]*?)\n[^\S\n]*---[^\S\n]*(?=\n|$)/;
const DIRECTIVE = /%%\{[\s\S]*?\}%%/g;
const COMMENT = /^[^\S\n]*%%.*$/gm;

/** Takes out what says how to draw and not what: front matter, directives, comments. All lines stay in their places. */
function prepared(text: string): Prepared {
  const frontMatter = FRONT_MATTER.exec(text)?.[1] ?? '';
  const title = /^\s*title:[^\S\n]*(.*)$/m.exec(frontMatter)?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? '';
  const onlyLines = (found: string) => found.replace(/[^\n]+/g, '');
  const code = text.replace(FRONT_MATTER, onlyLines).replace(DIRECTIVE, onlyLines).replace(COMMENT, '');
  return { code, title: title.trim() };
}
