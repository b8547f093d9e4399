/** Finds the sequence diagrams in a text, and reads them, in a worker where one can start. */
import { formulasIn } from '../formulas.ts';
import type { ImportedDiagram } from '../imported-diagram.ts';
import { type Interruptible, inSlices } from '../interruptible.ts';
import { pageReader } from './dom-reader.ts';
import { loadMermaid } from './mermaid.ts';
import { type MermaidBlock, mermaidBlocks } from './mermaid-blocks.ts';
import { separated, withoutComments } from './mermaid-settings.ts';
import { readInWorker } from './read-in-worker.ts';
import { type DiagramReading, type ReadingProblem, readMermaid } from './read-mermaid.ts';
import { unmarkedBlocks } from './unmarked-blocks.ts';

export const OPENED_CHARACTERS_MAX = 1_000_000;
/** Browsers take seconds to show a longer line in a field. */
const LINE_CHARACTERS_MAX = 120_000;

interface LongLine {
  readonly kind: 'long-line';
  /** Counts from 1. */
  readonly line: number;
  readonly characters: number;
  readonly charactersMax: number;
}

export type DiagramProblem =
  | { readonly kind: 'too-large'; readonly characters: number; readonly charactersMax: number }
  | LongLine
  /** Starts with `word`, and isn't a sequence diagram. */
  | { readonly kind: 'not-a-sequence-diagram'; readonly word: string }
  | ReadingProblem
  | { readonly kind: 'mermaid-not-loaded' };

/** The blocks of a text that are sequence diagrams. */
export function diagramBlocks(text: string): readonly MermaidBlock[] | DiagramProblem {
  const [characters, charactersMax] = [text.length, OPENED_CHARACTERS_MAX];
  if (characters > charactersMax) return { kind: 'too-large', characters, charactersMax };
  if (text.trim() === '') return { kind: 'nothing-in-it' };
  const long = longLineIn(text);
  if (long !== null) return long;
  const blocks = mermaidBlocks(text);
  const sequences = blocks.filter((block) => isSequence(block.text));
  if (sequences.length > 0) return sequences;
  const unmarked = unmarkedBlocks(text).filter((block) => isSequence(block.text));
  if (unmarked.length > 0) return unmarked;
  return {
    kind: 'not-a-sequence-diagram',
    word: firstWord(blocks[0]?.text ?? '').slice(0, 40),
  };
}

/** The first line that is too long. */
export function longLineIn(text: string): LongLine | null {
  const lines = text.split('\n');
  const index = lines.findIndex(({ length }) => length > LINE_CHARACTERS_MAX);
  const characters = lines[index]?.length;
  if (characters === undefined) return null;
  return { kind: 'long-line', line: index + 1, characters, charactersMax: LINE_CHARACTERS_MAX };
}

/**
 * @param block One of `diagramBlocks`.
 * @throws When it's aborted.
 */
export async function parseDiagram(
  block: MermaidBlock,
  signal?: AbortSignal,
): Promise<ImportedDiagram | { readonly problem: DiagramProblem }> {
  const read = (await readInWorker(block, signal)) ?? (await readHere(block));
  signal?.throwIfAborted();
  return 'problem' in read ? read : withFormulaTexts(read, signal);
}

/** On the page's own thread, for browsers in which no worker starts. */
async function readHere(block: MermaidBlock): Promise<DiagramReading | { readonly problem: DiagramProblem }> {
  const mermaid = await loadMermaid().catch(() => null);
  if (mermaid === null) return { problem: { kind: 'mermaid-not-loaded' } };
  return readMermaid(block, mermaid, pageReader);
}

/** Adds the text of each formula that can be read. */
async function withFormulaTexts(imported: ImportedDiagram, signal?: AbortSignal): Promise<ImportedDiagram> {
  const texts = [
    ...imported.participants.map(({ name }) => name),
    ...imported.lines.map((line) => ('text' in line ? line.text : '')),
  ];
  const formulas = new Set(texts.flatMap(formulasIn));
  if (formulas.size === 0) return imported;
  try {
    const { formulaText } = await import('./formula-text.ts');
    const known = await inSlices(textsOf(formulas, formulaText), signal);
    return known.length === 0 ? imported : { ...imported, formulas: Object.fromEntries(known) };
  } catch {
    signal?.throwIfAborted();
    // Not loaded: they're shown as TeX, and stay formulas.
    return { ...imported, formulas: Object.fromEntries([...formulas].map((tex) => [tex, `$$${tex}$$`])) };
  }
}

function* textsOf(
  formulas: Iterable<string>,
  formulaText: (tex: string) => string | null,
): Interruptible<readonly (readonly [tex: string, text: string])[]> {
  const known: (readonly [string, string])[] = [];
  for (const tex of formulas) {
    const text = formulaText(tex);
    if (text !== null) known.push([tex, text]);
    yield;
  }
  return known;
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
