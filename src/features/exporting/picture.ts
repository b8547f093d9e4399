/** Pictures of a diagram: self-contained SVG, and PNG rendered from it. */
import type { MeasureText } from '../../sequence/layout-model.ts';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { colourNames, type Palette } from '../../sequence/palette.ts';
import { type Picture, toSvg } from '../../sequence/to-svg.ts';
import type { ThemeId } from '../../url/link.ts';
import { loadFonts, PICTURE_FAMILY, picturedFonts } from './picture-fonts.ts';
import { type LetteredPicture, svgImage } from './svg-image.ts';

export const pictureScales = [1, 2, 4] as const;
export type PictureScale = (typeof pictureScales)[number];

/** Browsers' canvas limit. With more pixels per side or in total, some of them return an empty picture. */
const SIDE_PX_MAX = 16_384;
const AREA_PX_MAX = 16_384 * 8_192;

export interface PictureOptions {
  readonly diagram: SequenceDiagram;
  readonly step: number;
  readonly extent: 'whole' | 'view';
  readonly theme: ThemeId;
  readonly title: string;
  /** A new one each time, because widths differ once the fonts have loaded. */
  readonly measurer: () => MeasureText;
}

/** @throws When a font can't be loaded. */
export async function takePicture({
  theme,
  measurer,
  diagram,
  ...rest
}: PictureOptions): Promise<LetteredPicture> {
  const options = { ...rest, palette: paletteOf(theme), fontFamily: PICTURE_FAMILY };
  // First pass for the words in it; second pass with the fonts that they need.
  const draft = toSvg(diagram, { ...options, measureText: measurer(), fontCss: '' }).svg;
  const text = draft.replace(/<[^<>]*>/g, '');
  await loadFonts(text);
  const { css, letters } = await picturedFonts(text);
  return { ...toSvg(diagram, { ...options, measureText: measurer(), fontCss: css }), letters };
}

/** Whether a PNG can have this size. */
export function fitsCanvas({ width, height }: Picture, scale: PictureScale): boolean {
  const [scaledWidth, scaledHeight] = [width * scale, height * scale];
  return Math.max(scaledWidth, scaledHeight) <= SIDE_PX_MAX && scaledWidth * scaledHeight <= AREA_PX_MAX;
}

/** @throws When the browser can't make it. */
export async function pngOf(picture: LetteredPicture, scale: PictureScale): Promise<Blob> {
  const { width, height } = picture;
  const draw = await svgImage(picture);
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  draw(context, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('No PNG was made.')) : resolve(blob)),
      'image/png',
    );
  });
}

/** The page's colours in any of its themes, not only the active one. */
export function paletteOf(theme: ThemeId): Palette {
  const probe = document.createElement('div');
  probe.dataset.theme = theme;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = colourNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}
