/** Mermaid asks the browser what is a colour. jsdom knows, but has no such question: import this where boxes are read. */
import { vi } from 'vitest';

vi.stubGlobal('CSS', {
  supports: (_: string, value: string) => {
    const { style } = document.createElement('p');
    style.color = value;
    return style.color !== '';
  },
});
