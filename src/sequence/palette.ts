/** The colours of a picture by their meaning: names of the page's tokens, values as CSS writes them. */

export const colourNames = [
  ...(['surface', 'sunken', 'ink', 'ink-2', 'line', 'control-line', 'lifeline'] as const),
  ...(['request', 'reply', 'reply-bg', 'fail', 'fail-bg'] as const),
  ...(['memory', 'memory-bg', 'memory-line', 'past-request', 'past-reply', 'past-fail'] as const),
] as const;

export type Palette = Readonly<Record<(typeof colourNames)[number], string>>;
