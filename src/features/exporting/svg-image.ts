/**
 * An SVG image with its fonts. Browsers report such an image as loaded while its fonts are still loading, and draw it
 * without text until then. So a strip below the picture has a character of each font: once those are visible, so is all
 * text.
 */
import type { Picture } from '../../sequence/to-svg.ts';

/** A picture, and a character of each font in it. */
export interface LetteredPicture extends Picture {
  readonly letters: readonly string[];
}

const CELL_PX = 32;
const WAIT_MS = 15;
const WAITS_MAX = 200;

type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/**
 * @returns Draws the picture over a canvas of that size.
 * @throws When the browser can't draw it with its fonts.
 */
export async function svgImage(picture: LetteredPicture): Promise<Draw> {
  const { width, height } = picture;
  const url = URL.createObjectURL(new Blob([withStrip(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    await lettersAreSeen(image, picture);
    return (context, canvasWidth, canvasHeight) =>
      context.drawImage(image, 0, 0, width, height, 0, 0, canvasWidth, canvasHeight);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Position of each character in the strip, from its upper left. */
function cellsOf({ width, letters }: LetteredPicture) {
  const columns = Math.floor(width / CELL_PX);
  const cells = letters.map((letter, index) => ({
    letter,
    x: (index % columns) * CELL_PX,
    y: Math.floor(index / columns) * CELL_PX,
  }));
  return { cells, stripHeight: CELL_PX * Math.ceil(letters.length / columns) };
}

/** The strip is added below the visible part. */
function withStrip(picture: LetteredPicture): string {
  const { svg, width, height } = picture;
  const { cells, stripHeight } = cellsOf(picture);
  const size = 0.75 * CELL_PX;
  const texts = cells.map(
    ({ letter, x, y }) => `<text x="${x}" y="${height + y + size}" font-size="${size}">${letter}</text>`,
  );
  return svg
    .replace(`height="${height}"`, `height="${height + stripHeight}"`)
    .replace(`viewBox="0 0 ${width} ${height}"`, `viewBox="0 0 ${width} ${height + stripHeight}"`)
    .replace(/<\/svg>$/, `${texts.join('')}</svg>`);
}

async function lettersAreSeen(image: HTMLImageElement, picture: LetteredPicture): Promise<void> {
  const { cells, stripHeight } = cellsOf(picture);
  if (cells.length === 0) return;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, stripHeight];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas to draw on.');
  for (let wait = 0; wait < WAITS_MAX; wait += 1) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, -picture.height);
    const areSeen = cells.every(({ x, y }) => {
      const { data } = context.getImageData(x, y, CELL_PX, CELL_PX);
      return data.some((value, at) => at % 4 === 3 && value > 0);
    });
    if (areSeen) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error('The fonts of a picture did not arrive.');
}
