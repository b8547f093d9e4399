/** Mermaid copies its whole configuration for each line that it parses, which takes ten times as long as parsing. */
import type { Mermaid } from 'mermaid';

/** Sections that the parser of sequence diagrams reads. */
const read = new Set(['sequence', 'flowchart']);

/** Empties colours and the settings of other diagrams. Afterwards Mermaid can parse, and not draw. */
export function forParsingOnly({ mermaidAPI }: Mermaid): void {
  for (const [name, section] of Object.entries(mermaidAPI.defaultConfig)) {
    if (read.has(name) || typeof section !== 'object' || Array.isArray(section)) continue;
    for (const key of Object.keys(section)) delete section[key];
  }
  // Any theme would bring its colours back.
  mermaidAPI.initialize({ ...mermaidAPI.getSiteConfig(), theme: 'null', themeVariables: {} });
}
