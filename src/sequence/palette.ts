/** Colours of a picture by meaning. Names are the page's tokens, values are CSS. */

export const colourNames = [
  ...(['surface', 'sunken', 'ink', 'ink-2', 'line', 'control-line', 'lifeline'] as const),
  ...(['request', 'reply', 'reply-bg', 'fail', 'fail-bg'] as const),
  ...(['memory', 'memory-bg', 'memory-line', 'past-request', 'past-reply', 'past-fail', 'future'] as const),
] as const;

export type ColourName = (typeof colourNames)[number];

export type Palette = Readonly<Record<ColourName, string>>;
