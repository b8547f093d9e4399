/** Adapts a colour that was chosen for another background, so that words on it are legible in any theme. */
import type { Colour } from './imported-diagram.ts';

/** For items without a colour of their own. */
const GREY: Colour = { red: 128, green: 128, blue: 128, alpha: 1 };

/**
 * @returns The colour's hue at half its lightness, in CSS and SVG notation. Lightness and opacity were chosen for
 * another background, so they're dropped.
 */
export function tintOf(colour: Colour | null): string {
  const { red, green, blue } = colour ?? GREY;
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const lightness = (least + most) / 510;
  // As HSL defines it: 0 for greys, among them black and white.
  const saturation = most === least ? 0 : (most - least) / 255 / (1 - Math.abs(2 * lightness - 1));
  const share = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
  const level = (value: number) => Math.round(255 * (0.5 + saturation * (share(value) - 0.5)));
  return `rgb(${level(red)}, ${level(green)}, ${level(blue)})`;
}
