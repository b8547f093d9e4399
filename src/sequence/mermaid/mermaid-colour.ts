/** Reads a colour as CSS writes it. What comes out are numbers: nothing of the text goes any further. */
import { channel } from 'khroma';
import type { Colour } from '../imported-diagram.ts';

/** @returns null for what is no colour, is one of a kind that Mermaid does not compute with, or cannot be seen. */
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
