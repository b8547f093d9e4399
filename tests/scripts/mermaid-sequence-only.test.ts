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
});
