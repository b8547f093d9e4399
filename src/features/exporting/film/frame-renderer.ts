/** Renders a film's timeline onto a canvas, from the same pictures as the picture export. */

import { inSlices, pauses } from '../../../sequence/interruptible.ts';
import type { MeasureText } from '../../../sequence/layout-model.ts';
import type { SequenceDiagram } from '../../../sequence/model.ts';
import { FRAME_ASPECT, type Journey, toFrames } from '../../../sequence/to-frames.ts';
import type { ThemeId } from '../../../url/link.ts';
import { paletteOf } from '../picture.ts';
import { loadFonts, PICTURE_FAMILY, picturedFonts } from '../picture-fonts.ts';
import { type LetteredPicture, svgImage } from '../svg-image.ts';
import type { Frame } from './timeline.ts';

export interface FilmOptions {
  readonly diagram: SequenceDiagram;
  /** The film's first step, and the number of steps. */
  readonly first: number;
  readonly count: number;
  readonly theme: ThemeId;
  readonly title: string;
  /** Height of the film in pixels. Its width follows. */
  readonly heightPx: number;
  readonly measurer: () => MeasureText;
  readonly signal: AbortSignal;
}

export interface FrameRenderer {
  readonly canvas: HTMLCanvasElement;
  /** Frames are shown in this order. */
  show(frame: Frame): Promise<void>;
}

/** Share of the motion that a step's cross-fade from the previous one takes. */
const FADE_SHARE = 0.35;

/** @throws When a font can't be loaded, or there's no canvas to draw on. */
export async function createFrameRenderer(options: FilmOptions): Promise<FrameRenderer> {
  const { frames, letters } = await framesOf(options);
  const canvas = document.createElement('canvas');
  canvas.height = options.heightPx;
  // Encoders accept even sizes only.
  canvas.width = 2 * Math.round((options.heightPx * FRAME_ASPECT) / 2);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas to draw on.');
  const scale = canvas.width / frames.width;
  let present: Still | null = null;
  let before: Still | null = null;
  return {
    canvas,
    show: async ({ step, progress }) => {
      if (present?.step !== step) {
        before = present;
        const { svg, journey } = frames.frameAt(step);
        const { width, height } = frames;
        const picture = await stillOf({ svg, width, height, letters }, canvas);
        present = { step, picture, journey };
      }
      context.globalAlpha = 1;
      context.drawImage(before !== null && progress < 1 ? before.picture : present.picture, 0, 0);
      if (progress >= 1) return;
      context.globalAlpha = Math.min(1, progress / FADE_SHARE);
      context.drawImage(present.picture, 0, 0);
      if (present.journey !== null) drawPacket(context, present.journey, progress, scale);
    },
  };
}

interface Still {
  readonly step: number;
  readonly picture: HTMLCanvasElement;
  readonly journey: Journey | null;
}

/** The frames, and a character of each font in them. */
async function framesOf(options: FilmOptions) {
  const { diagram, first, count, theme, title, measurer, signal } = options;
  const style = { palette: paletteOf(theme), fontFamily: PICTURE_FAMILY, title };
  // First pass for the words in it; second pass with the fonts that they need.
  const framesWith = (fontCss: string) =>
    inSlices(toFrames(diagram, { first, count }, { ...style, measureText: measurer(), fontCss }), signal);
  const drafts = await framesWith('');
  const pause = pauses(signal);
  const characters = new Set<string>();
  for (let step = first; step < first + count; step += 1) {
    for (const character of drafts.frameAt(step).svg.replace(/<[^<>]*>/g, '')) characters.add(character);
    await pause();
  }
  const text = [...characters].join('');
  await loadFonts(text);
  const { css, letters } = await picturedFonts(text);
  return { frames: await framesWith(css), letters };
}

/** The picture in the film's size. */
async function stillOf(picture: LetteredPicture, { width, height }: HTMLCanvasElement) {
  const draw = await svgImage(picture);
  const still = document.createElement('canvas');
  [still.width, still.height] = [width, height];
  const context = still.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  draw(context, width, height);
  return still;
}

function drawPacket(
  context: CanvasRenderingContext2D,
  { x1, x2, y, rise, radius, colour }: Journey,
  progress: number,
  scale: number,
): void {
  // Ease in and out.
  const way = progress * progress * (3 - 2 * progress);
  context.globalAlpha = 1;
  context.fillStyle = colour;
  context.beginPath();
  context.arc((x1 + (x2 - x1) * way) * scale, (y - rise * (1 - way)) * scale, radius * scale, 0, 2 * Math.PI);
  context.fill();
}
