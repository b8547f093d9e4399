/** How deep the frames of an imported diagram can be nested. */
import type { ImportedLine } from './imported-diagram.ts';

/** Each level takes width on both sides. With more levels than these, frames are all that can be seen. */
export const FRAMES_NESTED_MAX = 50;

/** The diagram has more levels. `line` counts in the whole text, from 1; null where it isn't known. */
export interface TooNested {
  readonly kind: 'too-nested';
  readonly line: number | null;
  readonly nestedMax: number;
}

export function tooNested(line: number | null): TooNested {
  return { kind: 'too-nested', line, nestedMax: FRAMES_NESTED_MAX };
}

export function isTooNested(lines: readonly ImportedLine[]): boolean {
  let depth = 0;
  for (const { kind } of lines) {
    if (kind === 'begin-frame' || kind === 'begin-ground') depth += 1;
    else if (kind === 'end-frame' || kind === 'end-ground') depth -= 1;
    if (depth > FRAMES_NESTED_MAX) return true;
  }
  return false;
}
