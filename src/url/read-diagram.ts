/** Reads the diagram that an address names. */
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import { parseDiagram } from '../sequence/mermaid/mermaid-parse.ts';
import { type DiagramCodeProblem, decodeDiagram } from './diagram-code.ts';
import { KEPT_PREFIX } from './diagram-hash.ts';
import { keptDiagramText } from './kept-diagrams.ts';
import type { Problem } from './problem.ts';

export async function readDiagram(code: string): Promise<ImportedDiagram | { readonly problem: Problem }> {
  const text = await diagramText(code);
  if (typeof text !== 'string') return text;
  const imported = await parseDiagram({ text, line: 1, heading: '' });
  if (!('problem' in imported)) return imported;
  const isLoading = imported.problem.kind === 'mermaid-not-loaded';
  return { problem: { kind: isLoading ? 'part-not-loaded' : 'bad-diagram' } };
}

/** The Mermaid text behind a code. */
export async function diagramText(
  code: string,
): Promise<string | { readonly problem: { readonly kind: 'diagram-not-here' | DiagramCodeProblem } }> {
  if (code.startsWith(KEPT_PREFIX)) return keptDiagramText(code) ?? { problem: { kind: 'diagram-not-here' } };
  const decoded = await decodeDiagram(code);
  return 'problem' in decoded ? { problem: { kind: decoded.problem } } : decoded.text;
}
