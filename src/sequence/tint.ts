/** A colour that somebody chose for another ground than ours, so that words are legible on it in any theme. */
import type { Colour } from './imported-diagram.ts';

/** A grey for what has no colour of its own. */
const GREY: Colour = { red: 128, green: 128, blue: 128, alpha: 1 };

/**
 * @returns The colour's hue at half its lightness, as CSS and SVG write it. How light it was made, and how much of the
 *   ground it let through, was meant for that ground.
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
