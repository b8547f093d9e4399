/**
 * Removes everything but sequence diagrams from Mermaid: its other diagrams and layouts are ten times as large. Lets
 * drawing pause before each message: Mermaid awaits there anyway, but never lets the page answer.
 */
import type { Plugin } from 'vite';

const IMPORT = /import\("\.\/(?:chunks\/mermaid\.core\/)?([\w-]+)-[A-Z0-9]{8}\.mjs"\)/g;

/** Mermaid loads KaTeX for labels with `$$`, and this page escapes every `$` of a label. */
const KATEX_IMPORT = 'import("katex")';

/** Loops of asynchronous functions of the renderer. */
const LOOP = /for \(const (?:msg of messages|e of messagesToDraw)\) \{/g;

/** `mermaid.ts` defines it. */
const PAUSE = 'await globalThis.mermaidPause?.();';

/** Lazy-loaded modules of Mermaid that the build keeps, by name without the hash. */
const kept = new Set(['sequenceDiagram', 'sizeCapture']);

export function mermaidSequenceOnly(): Plugin {
  return {
    name: 'mermaid-sequence-only',
    apply: 'build',
    transform: {
      filter: { id: /\/mermaid\/dist\/.*\.mjs$/ },
      handler(code) {
        const rejection = `Promise.reject(new Error('This page renders sequence diagrams only.'))`;
        const changed = code
          .replace(IMPORT, (whole, name) => (kept.has(name) ? whole : rejection))
          .replaceAll(KATEX_IMPORT, rejection)
          .replace(LOOP, (loop) => `${loop}\n${PAUSE}`);
        return changed === code ? null : { code: changed, map: null };
      },
    },
  };
}
