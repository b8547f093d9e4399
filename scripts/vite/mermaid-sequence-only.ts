/** Of Mermaid the built page contains what sequence diagrams need: its other diagrams and layouts weigh ten times as much. */
import type { Plugin } from 'vite';

const IMPORT = /import\("\.\/(?:chunks\/mermaid\.core\/)?([\w-]+)-[A-Z0-9]{8}\.mjs"\)/g;

/** The modules that Mermaid fetches on demand and that are kept, by their names without the hash. */
const kept = new Set(['sequenceDiagram', 'sizeCapture']);

export function mermaidSequenceOnly(): Plugin {
  return {
    name: 'mermaid-sequence-only',
    apply: 'build',
    transform: {
      filter: { id: /\/mermaid\/dist\/.*\.mjs$/ },
      handler(code) {
        const refusal = `Promise.reject(new Error('This page draws sequence diagrams only.'))`;
        const changed = code.replace(IMPORT, (whole, name) => (kept.has(name) ? whole : refusal));
        return changed === code ? null : { code: changed, map: null };
      },
    },
  };
}
