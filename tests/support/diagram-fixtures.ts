/** Forty Mermaid diagrams in the style of real ones: long names, Korean, up to twelve participants, nested frames. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedDiagram } from '../../src/sequence/imported-diagram.ts';
import { diagramBlocks, parseDiagram } from '../../src/sequence/mermaid/mermaid-parse.ts';

const FOLDER = join(import.meta.dirname, '../sequence/diagrams');

export const diagramNames = readdirSync(FOLDER).map((file) => file.replace('.mmd', ''));

export function diagramText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.mmd`), 'utf8');
}

/** @throws With Mermaid's message for a text that it rejects. */
export async function importedFrom(text: string): Promise<ImportedDiagram> {
  const blocks = diagramBlocks(text);
  if ('kind' in blocks) throw new Error(JSON.stringify(blocks));
  const [block] = blocks;
  if (block === undefined) throw new Error('There is no diagram.');
  const imported = await parseDiagram(block);
  if ('problem' in imported) throw new Error(JSON.stringify(imported.problem));
  return imported;
}
