/**
 * Parses a Mermaid sequence diagram with Mermaid's own parser. Returns our own types, because the parser's results are
 * internal to Mermaid.
 */
import { formulasIn } from '../formulas.ts';
import type { ImportedDiagram } from '../imported-diagram.ts';
import { loadMermaid } from './mermaid.ts';
import { type MermaidBlock, mermaidBlocks } from './mermaid-blocks.ts';
import { readDatabase } from './mermaid-database.ts';
import { lineOfError } from './mermaid-error-line.ts';
import { withMarkers } from './mermaid-narration.ts';
import { readSettings, separated } from './mermaid-settings.ts';

export const OPENED_CHARACTERS_MAX = 1_000_000;

export type DiagramProblem =
  | { readonly kind: 'too-large'; readonly characters: number; readonly charactersMax: number }
  /** Starts with `word`, and isn't a sequence diagram. */
  | { readonly kind: 'not-a-sequence-diagram'; readonly word: string }
  | { readonly kind: 'nothing-in-it' }
  /** `message` is Mermaid's own; `line` counts in the whole text, from 1. */
  | { readonly kind: 'syntax'; readonly message: string; readonly line: number | null }
  /** The line has a semicolon before its end, which ends it for Mermaid. */
  | { readonly kind: 'semicolon'; readonly line: number }
  | { readonly kind: 'mermaid-not-loaded' };

/** The blocks of a text that are sequence diagrams. */
export function diagramBlocks(text: string): readonly MermaidBlock[] | DiagramProblem {
  const [characters, charactersMax] = [text.length, OPENED_CHARACTERS_MAX];
  if (characters > charactersMax) return { kind: 'too-large', characters, charactersMax };
  if (text.trim() === '') return { kind: 'nothing-in-it' };
  const blocks = mermaidBlocks(text);
  const sequences = blocks.filter((block) => isSequence(block.text));
  if (sequences.length > 0) return sequences;
  return {
    kind: 'not-a-sequence-diagram',
    word: firstWord(blocks[0]?.text ?? '').slice(0, 40),
  };
}

/** @param block One of `diagramBlocks`. */
export async function parseDiagram(
  block: MermaidBlock,
): Promise<ImportedDiagram | { readonly problem: DiagramProblem }> {
  const mermaid = await loadMermaid().catch(() => null);
  if (mermaid === null) return { problem: { kind: 'mermaid-not-loaded' } };
  const parts = separated(block.text);
  const marked = withMarkers(parts.code);
  const code = withoutComments(parts.code);
  const read = async (text: string) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
  const settings = await readSettings(parts, mermaid);
  const silent = { ...settings, narration: new Map() };
  try {
    // A comment can stand where nothing else may. Then there's no narration.
    const imported = await read(marked.code)
      .then((db) => readDatabase(db, { ...settings, narration: marked.narration }))
      .catch(async () => readDatabase(await read(code), silent));
    return imported.lines.length === 0
      ? { problem: { kind: 'nothing-in-it' } }
      : await withFormulaTexts(imported);
  } catch (error) {
    const message = messageOf(error);
    const messageOfPart = (part: string) => read(part).then(() => null, messageOf);
    const line = lineIn(code, message) ?? (await lineOfError(code, message, messageOfPart));
    if (line === null) return { problem: { kind: 'syntax', message, line } };
    const shown = line + block.line - 1;
    if (hasSemicolon(code, line)) return { problem: { kind: 'semicolon', line: shown } };
    return { problem: { kind: 'syntax', message: message.replace(LINE, `line ${shown}`), line: shown } };
  }
}

/** Adds the text of each formula that can be read. */
async function withFormulaTexts(imported: ImportedDiagram): Promise<ImportedDiagram> {
  const texts = [
    ...imported.participants.map(({ name }) => name),
    ...imported.lines.map((line) => ('text' in line ? line.text : '')),
  ];
  const formulas = new Set(texts.flatMap(formulasIn));
  if (formulas.size === 0) return imported;
  try {
    const { formulaText } = await import('./formula-text.ts');
    const known = [...formulas].flatMap((tex) => {
      const text = formulaText(tex);
      return text === null ? [] : [[tex, text] as const];
    });
    return known.length === 0 ? imported : { ...imported, formulas: Object.fromEntries(known) };
  } catch {
    // Not loaded: they're shown as TeX.
    return imported;
  }
}

const LINE = /\bline (\d+)/;

/** Mermaid counts from the first line that isn't blank. */
function lineIn(code: string, message: string): number | null {
  const reported = LINE.exec(message)?.[1];
  const blankLines = (/^\s*/.exec(code)?.[0] ?? '').split('\n').length - 1;
  return reported === undefined ? null : Number(reported) + blankLines;
}

/** Whether the line, or the one before, has words after a semicolon that isn't the end of an entity such as `#59;`. */
function hasSemicolon(code: string, line: number): boolean {
  const lines = code.split('\n').slice(Math.max(0, line - 2), line);
  return lines.some((each) => /;\s*\S/.test(each.replace(/#\w+;/g, '')));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const KEYWORD = 'sequenceDiagram';

function isSequence(text: string): boolean {
  const word = firstWord(text);
  return word === KEYWORD || word.startsWith(`${KEYWORD};`);
}

function firstWord(text: string): string {
  const code = withoutComments(separated(text).code);
  const word = /^\s*(\S+)/.exec(code)?.[1] ?? '';
  let end = word.length;
  while (end > 0 && ';:'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** Lines keep their numbers. */
function withoutComments(code: string): string {
  return code
    .split('\n')
    .map((line) => (line.trimStart().startsWith('%%') ? '' : line))
    .join('\n');
}
