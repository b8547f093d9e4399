/**
 * Reads a Mermaid sequence diagram with Mermaid's own parser, in a worker or on the page. Returns our own types, because the
 * parser's results are internal to Mermaid.
 */
import type { Mermaid } from 'mermaid';
import type { ImportedDiagram } from '../imported-diagram.ts';
import { withShortNames } from '../imported-limits.ts';
import { isTooNested, type TooNested, tooNested } from '../nesting.ts';
import type { DomReader } from './dom-reader.ts';
import type { MermaidBlock } from './mermaid-blocks.ts';
import { readDatabase } from './mermaid-database.ts';
import { lineOfError } from './mermaid-error-line.ts';
import { withMarkers } from './mermaid-narration.ts';
import { lineNestedTooDeep } from './mermaid-nesting.ts';
import { readSettings, separated, withoutComments } from './mermaid-settings.ts';

export type ReadingProblem =
  | { readonly kind: 'nothing-in-it' }
  | TooNested
  /** `message` is Mermaid's own; `line` counts in the whole text, from 1. */
  | { readonly kind: 'syntax'; readonly message: string; readonly line: number | null }
  /** The line has a semicolon before its end, which ends it for Mermaid. */
  | { readonly kind: 'semicolon'; readonly line: number };

export type DiagramReading = ImportedDiagram | { readonly problem: ReadingProblem };

export async function readMermaid(
  block: Pick<MermaidBlock, 'text' | 'line'>,
  mermaid: Mermaid,
  dom: DomReader,
): Promise<DiagramReading> {
  const parts = separated(block.text);
  const marked = withMarkers(parts.code);
  const code = withoutComments(parts.code);
  const deepLine = lineNestedTooDeep(code);
  if (deepLine !== null) return { problem: tooNested(deepLine + block.line - 1) };
  const read = async (text: string) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
  const settings = { ...(await readSettings(parts, mermaid)), dom };
  const silent = { ...settings, narration: new Map() };
  try {
    // A comment can stand where nothing else may. Then there's no narration.
    const imported = await read(marked.code)
      .then((db) => readDatabase(db, { ...settings, narration: marked.narration }))
      .catch(async () => readDatabase(await read(code), silent));
    if (imported.lines.length === 0) return { problem: { kind: 'nothing-in-it' } };
    return isTooNested(imported.lines) ? { problem: tooNested(null) } : withShortNames(imported);
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
