/** Renders a diagram as one self-contained SVG: fonts and colours are inside, and it has no external references. */

import type { Interruptible } from './interruptible.ts';
import { layOut, layoutDiagram } from './layout.ts';
import { type LaidHeads, layoutHeads } from './layout-heads.ts';
import type { Layout, LayoutOptions, MeasureText } from './layout-model.ts';
import type { SequenceDiagram } from './model.ts';
import type { Palette } from './palette.ts';
import { type Caption, svgCaption } from './svg-caption.ts';
import { svgGroup, svgHead } from './svg-heads.ts';
import { type Shown, svgShown } from './svg-shown.ts';
import { element, words } from './svg-text.ts';
import { type ShownRows, shownRows } from './walk-stops.ts';

/** Shared by everything in a picture. */
export interface PictureStyle {
  readonly palette: Palette;
  readonly measureText: MeasureText;
  readonly fontFamily: string;
  /** `@font-face` rules with embedded fonts. */
  readonly fontCss: string;
  /** Accessible name of the picture. */
  readonly title: string;
}

export interface PictureOptions extends PictureStyle {
  /** Index of the shown step, from 0. */
  readonly step: number;
  /** The whole diagram, or the view at the step: the last rows up to it, and its caption. */
  readonly extent: 'whole' | 'view';
  /** Of a view inside another page, which has its own caption: pixels, at a font of 20. */
  readonly frame?: { readonly width: number; readonly rowsHeight: number };
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FONT_PX = 20;
/** Room for five lifelines and a question between two of them. */
const WIDTH = 1_200;
/** Maximum height of a view's rows. */
const VIEW_HEIGHT = 560;

export function toSvg(diagram: SequenceDiagram, options: PictureOptions): Picture {
  const { extent, palette } = options;
  const isWhole = extent === 'whole';
  const step = isWhole ? diagram.steps.length - 1 : options.step;
  const { frame } = options;
  const layout = layoutPicture(diagram, options, frame?.width);
  const { width, lineHeight } = layout.metrics;
  const heads = headsOf(diagram, step, layout);
  const { top, bottom } = isWhole
    ? { top: 0, bottom: endOf(layout, step) }
    : viewOf(layout, shownRows(diagram, step), frame?.rowsHeight ?? VIEW_HEIGHT);
  const caption = isWhole || frame !== undefined ? null : svgCaption(diagram, step, width, options);
  const height = Math.ceil(heads.height + bottom - top + (caption?.height ?? 0));
  const brush = { palette, width, fontPx: FONT_PX, lineHeight };
  const shown: Shown = { diagram, layout, step, top, bottom, brush, isWhole };
  return composed({ shown, heads, headsHeight: heads.height, caption, height }, options);
}

export function layoutPicture(
  diagram: SequenceDiagram,
  { measureText, wordShare }: Pick<PictureStyle, 'measureText'> & Pick<LayoutOptions, 'wordShare'>,
  width = WIDTH,
): Layout {
  return layoutDiagram(diagram, { width, fontPx: FONT_PX, measureText, ...(wordShare && { wordShare }) });
}

export function layingOutPicture(
  diagram: SequenceDiagram,
  { measureText }: Pick<PictureStyle, 'measureText'>,
): Interruptible<Layout> {
  return layOut(diagram, { width: WIDTH, fontPx: FONT_PX, measureText });
}

/** @param memoryHeightMin Pixels. For pictures in which memory boxes must not grow. */
export function headsOf(
  diagram: SequenceDiagram,
  step: number,
  layout: Layout,
  memoryHeightMin?: number,
): LaidHeads {
  const { fontPx, measureText } = layout.options;
  const options = { fontPx, measureText, ...(memoryHeightMin !== undefined && { memoryHeightMin }) };
  return layoutHeads(diagram.headsAt(step), { ...layout, groups: diagram.groups }, options);
}

interface Parts {
  readonly shown: Shown;
  readonly heads: LaidHeads;
  /** Top of the rows. */
  readonly headsHeight: number;
  /** At the bottom. */
  readonly caption: Caption | null;
  readonly height: number;
}

/** Combines heads, rows and caption. */
export function composed(parts: Parts, { palette, fontFamily, fontCss, title }: PictureStyle): Picture {
  const { shown, heads, headsHeight, caption, height } = parts;
  const { width } = shown.brush;
  const ground = (y: number, groundHeight: number) =>
    element('rect', { x: 0, y, width, height: groundHeight, fill: palette.surface });
  const captionTop = height - (caption?.height ?? 0);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': fontFamily,
    },
    element('title', {}, words(title)),
    element('style', {}, fontCss),
    ground(0, height),
    element('g', { transform: `translate(0 ${headsHeight - shown.top})` }, ...svgShown(shown)),
    // The heads cover what begins above the view, as on the stage.
    ground(0, headsHeight),
    element('path', { d: `M0 ${headsHeight}H${width}`, stroke: palette.line }),
    ...heads.groups.map((group) => svgGroup(group, shown.brush)),
    ...heads.heads.map((head) => svgHead(head, shown.brush)),
    ...(caption === null
      ? []
      : [
          ground(captionTop, caption.height),
          element('g', { transform: `translate(0 ${captionTop})` }, caption.svg),
        ]),
  );
  return { svg, width, height };
}

function endOf({ rows, metrics }: Layout, row: number): number {
  const last = rows[row];
  return (last === undefined ? 0 : last.top + last.height) + metrics.lineHeight;
}

/**
 * As many whole rows as fit, always including the present ones. What is passed over below them can be higher than the
 * view, which then ends within it.
 */
function viewOf(layout: Layout, { to, present }: ShownRows, height: number): { top: number; bottom: number } {
  const end = endOf(layout, to);
  const first = layout.rows.find(({ top, index }) => index === present[0] || top >= end - height);
  const top = first === undefined || first.index === 0 ? 0 : first.top;
  return { top, bottom: Math.min(end, Math.max(top + height, endOf(layout, present[1]))) };
}
