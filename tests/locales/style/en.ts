import type { Style } from './style.ts';

export default {
  maxWords: 34,
  captionMaxWords: 19,
  patterns: [{ pattern: /\bfor want of\b|\blest\b|\bthereof\b/i, because: 'archaic' }],
} satisfies Style;
