/** Mermaid calls `CSS.supports` to recognise colours, and jsdom lacks it. Import this file in tests that read boxes. */
import { vi } from 'vitest';

vi.stubGlobal('CSS', {
  supports: (_: string, value: string) => {
    const { style } = document.createElement('p');
    style.color = value;
    return style.color !== '';
  },
});
