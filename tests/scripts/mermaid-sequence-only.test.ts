import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mermaidSequenceOnly } from '../../scripts/vite/mermaid-sequence-only.ts';

/** What the plugin makes of a module of Mermaid. */
function transformed(code: string): string {
  const { transform } = mermaidSequenceOnly();
  if (typeof transform !== 'object') throw new Error('The plugin has no transform.');
  const result = Reflect.apply(transform.handler, undefined, [code, 'chunk.mjs']);
  return result === null ? code : result.code;
}

describe('the build of Mermaid', () => {
  it('keeps sequence diagrams', () => {
    const code = 'const load = () => import("./chunks/mermaid.core/sequenceDiagram-ABCDEFGH.mjs");';
    expect(transformed(code)).toBe(code);
  });

  it.each(['import("./chunks/mermaid.core/flowDiagram-ABCDEFGH.mjs")', 'import("katex")'])(
    'leaves out %s',
    (load) => {
      expect(transformed(`const load = () => ${load};`)).not.toContain(load);
    },
  );

  it('lets drawing pause before each message', () => {
    const chunks = join(import.meta.dirname, '../../node_modules/mermaid/dist/chunks/mermaid.core');
    const file = readdirSync(chunks).find((name) => /^sequenceDiagram-[A-Z0-9]+\.mjs$/.test(name)) ?? '';
    const code = transformed(readFileSync(join(chunks, file), 'utf8'));
    // Widths of messages, widths of loops, heights of all entries, and the arrows.
    expect(code.split('await globalThis.mermaidPause?.();')).toHaveLength(4 + 1);
  });
});
