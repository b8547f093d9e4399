/** Reads the diagram that an address names. */
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import { longLineIn, OPENED_CHARACTERS_MAX, parseDiagram } from '../sequence/mermaid/mermaid-parse.ts';
import { type DiagramCodeProblem, decodeDiagram } from './diagram-code.ts';
import { KEPT_PREFIX } from './diagram-hash.ts';
import { keptDiagramText } from './kept-diagrams.ts';
import type { Problem } from './problem.ts';

/** A page that opens with a longer one would be blank for seconds. A few bytes of a link can be that many characters. */
const AT_ONCE_CHARACTERS_MAX = 300_000;

/** `unread`: the text, for the dialog that opens diagrams. It shows progress, and says what Mermaid can't read. */
export type UnreadDiagram = { readonly problem: Problem | null; readonly unread?: string };

export async function readDiagram(code: string): Promise<ImportedDiagram | UnreadDiagram> {
  const text = await diagramText(code);
  if (typeof text !== 'string') return text;
  if (text.length > OPENED_CHARACTERS_MAX) return { problem: { kind: 'bad-diagram' } };
  if (longLineIn(text) !== null) return { problem: { kind: 'bad-diagram' }, unread: text };
  // A reader has waited before for one that is kept here.
  if (text.length > AT_ONCE_CHARACTERS_MAX && !code.startsWith(KEPT_PREFIX))
    return { problem: null, unread: text };
  const imported = await parseDiagram({ text, line: 1, heading: '' });
  if (!('problem' in imported)) return imported;
  return imported.problem.kind === 'mermaid-not-loaded'
    ? { problem: { kind: 'part-not-loaded' } }
    : { problem: { kind: 'bad-diagram' }, unread: text };
}

/** The Mermaid text behind a code. */
export async function diagramText(
  code: string,
): Promise<string | { readonly problem: { readonly kind: 'diagram-not-here' | DiagramCodeProblem } }> {
  if (code.startsWith(KEPT_PREFIX)) return keptDiagramText(code) ?? { problem: { kind: 'diagram-not-here' } };
  const decoded = await decodeDiagram(code);
  return 'problem' in decoded ? { problem: { kind: decoded.problem } } : decoded.text;
}
