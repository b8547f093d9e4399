/** Mermaid copies its whole configuration several times for each message, which takes longer than parsing and drawing. */
import type { Mermaid } from 'mermaid';

/** Sections that sequence diagrams read. */
const read = new Set(['sequence', 'flowchart', 'themeVariables']);

/** Empties the settings of other diagrams. */
export function forSequencesOnly(mermaid: Mermaid): void {
  empty(mermaid, (section) => !read.has(section));
}

/** Empties colours as well. Afterwards Mermaid can parse, and not draw. */
export function forParsingOnly(mermaid: Mermaid): void {
  empty(mermaid, (section) => section === 'themeVariables');
  const { mermaidAPI } = mermaid;
  // Any theme would bring its colours back.
  mermaidAPI.initialize({ ...mermaidAPI.getSiteConfig(), theme: 'null', themeVariables: {} });
}

function empty({ mermaidAPI }: Mermaid, isEmptied: (section: string) => boolean): void {
  for (const [name, section] of Object.entries(mermaidAPI.defaultConfig)) {
    if (!isEmptied(name) || typeof section !== 'object' || Array.isArray(section)) continue;
    for (const key of Object.keys(section)) delete section[key];
  }
}
