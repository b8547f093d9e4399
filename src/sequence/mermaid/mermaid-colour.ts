/** Reads a CSS colour. The result contains only numbers, so nothing else of the text gets through. */
import { channel } from 'khroma';
import type { Colour } from '../imported-diagram.ts';

/** @returns null for text that isn't a colour, or that is transparent or of a kind that Mermaid can't compute with. */
export function readColour(text: string): Colour | null {
  try {
    const colour = {
      red: Math.round(channel(text, 'r')),
      green: Math.round(channel(text, 'g')),
      blue: Math.round(channel(text, 'b')),
      alpha: channel(text, 'a'),
    };
    return colour.alpha > 0 ? colour : null;
  } catch {
    return null;
  }
}
