/** Reads a CSS colour. The result contains only numbers, so nothing else of the text gets through. */
import { channel } from 'khroma';
import type { Colour, ImportedGround } from '../imported-diagram.ts';

/** What a background of this colour is filled with. */
export function readGround(text: string): Pick<ImportedGround, 'colour' | 'fill'> {
  const colour = readColour(text);
  if (text === '') return { colour, fill: 'theme' };
  return channelsOf(text)?.alpha === 0 ? { colour, fill: 'none' } : { colour };
}

/** @returns null for text that isn't a colour, or that is transparent or of a kind that Mermaid can't compute with. */
export function readColour(text: string): Colour | null {
  const colour = channelsOf(text);
  return colour !== null && colour.alpha > 0 ? colour : null;
}

function channelsOf(text: string): Colour | null {
  try {
    return {
      red: Math.round(channel(text, 'r')),
      green: Math.round(channel(text, 'g')),
      blue: Math.round(channel(text, 'b')),
      alpha: channel(text, 'a'),
    };
  } catch {
    return null;
  }
}
