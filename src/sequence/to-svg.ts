/** Draws a diagram as one SVG that needs nothing else: its fonts and colours are inside, and it refers to nothing outside. */

import { layoutDiagram } from './layout.ts';
import { type LaidHeads, layoutHeads } from './layout-heads.ts';
import type { Layout, MeasureText } from './layout-model.ts';
import type { SequenceDiagram } from './model.ts';
import type { Palette } from './palette.ts';
import { type Caption, svgCaption } from './svg-caption.ts';
import { svgGroup, svgHead } from './svg-heads.ts';
import { type Shown, svgShown } from './svg-shown.ts';
import { element, words } from './svg-text.ts';

/** With what everything in a picture is drawn. */
export interface PictureStyle {
  readonly palette: Palette;
  readonly measureText: MeasureText;
  readonly fontFamily: string;
  /** `@font-face` rules with the fonts in them. */
  readonly fontCss: string;
  /** What a screen reader says of the picture. */
  readonly title: string;
}

export interface PictureOptions extends PictureStyle {
  /** The step that is shown, an index from 0. */
  readonly step: number;
  /** The whole diagram, or what is seen at the step: the last rows up to it, and its caption. */
  readonly extent: 'whole' | 'view';
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FONT_PX = 20;
/** Room for five lifelines and a question between two of them. */
const WIDTH = 1_200;
/** How high the rows of a view are at most. */
const VIEW_HEIGHT = 560;

export function toSvg(diagram: SequenceDiagram, options: PictureOptions): Picture {
  const { extent, palette } = options;
  const isWhole = extent === 'whole';
  const step = isWhole ? diagram.steps.length - 1 : options.step;
  const layout = layoutPicture(diagram, options);
  const { width, lineHeight } = layout.metrics;
  const heads = headsOf(diagram, step, layout);
  const last = layout.rows[step];
  const bottom = (last === undefined ? 0 : last.top + last.height) + lineHeight;
  const top = isWhole ? 0 : topOfView(layout, step, bottom);
  const caption = isWhole ? null : svgCaption(diagram, step, width, options);
  const height = Math.ceil(heads.height + bottom - top + (caption?.height ?? 0));
  const brush = { palette, width, fontPx: FONT_PX, lineHeight };
  const shown: Shown = { diagram, layout, step, top, bottom, brush, isWhole };
  return composed({ shown, heads, headsHeight: heads.height, caption, height }, options);
}

export function layoutPicture(
  diagram: SequenceDiagram,
  { measureText }: Pick<PictureStyle, 'measureText'>,
): Layout {
  return layoutDiagram(diagram, { width: WIDTH, fontPx: FONT_PX, measureText });
}

/** @param memoryHeightMin Pixels, for pictures in which memories must not grow. */
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
  /** The rows begin below it. */
  readonly headsHeight: number;
  /** Stands at the bottom. */
  readonly caption: Caption | null;
  readonly height: number;
}

/** Puts heads, rows and caption together. */
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
    // What began above the view is covered by the heads, as on the stage.
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

/** As many rows as fit, none of them in part, and the present one in any case. */
function topOfView({ rows }: Layout, step: number, bottom: number): number {
  const first = rows.find(({ top, index }) => index === step || top >= bottom - VIEW_HEIGHT);
  return first === undefined || first.index === 0 ? 0 : first.top;
}
