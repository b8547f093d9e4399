/** Draws a diagram as one SVG that needs nothing else: its fonts and colours are inside, and it refers to nothing outside. */

import { breakLines } from './break-lines.ts';
import { FRAME_INSET_EM, type Layout, layoutDiagram, type MeasureText } from './layout.ts';
import { layoutHeads } from './layout-heads.ts';
import type { SequenceDiagram } from './model.ts';
import type { Palette } from './palette.ts';
import type { Phrase, PhrasePart } from './phrasebook.ts';
import { svgHead } from './svg-heads.ts';
import { type Brush, svgRow, type Time } from './svg-rows.ts';
import { element, words } from './svg-text.ts';

export interface PictureOptions {
  /** The step that is shown, an index from 0. */
  readonly step: number;
  /** The whole diagram, or what is seen at the step: the last rows up to it, and its caption. */
  readonly extent: 'whole' | 'view';
  readonly palette: Palette;
  readonly measureText: MeasureText;
  readonly fontFamily: string;
  /** `@font-face` rules with the fonts in them. */
  readonly fontCss: string;
  /** What a screen reader says of the picture. */
  readonly title: string;
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
const CAPTION_FONT_PX = 30;
const BAR_EM = 0.75;

export function toSvg(diagram: SequenceDiagram, options: PictureOptions): Picture {
  const { extent, palette, measureText } = options;
  const isWhole = extent === 'whole';
  const step = isWhole ? diagram.steps.length - 1 : options.step;
  const layout = layoutDiagram(diagram, { width: WIDTH, fontPx: FONT_PX, measureText });
  const { width, lineHeight } = layout.metrics;
  const brush: Brush = { palette, width, fontPx: FONT_PX, lineHeight };
  const heads = layoutHeads(
    diagram.headsAt(step),
    { columns: layout.columns, width },
    { fontPx: FONT_PX, measureText },
  );
  const last = layout.rows[step];
  const bottom = (last === undefined ? 0 : last.top + last.height) + lineHeight;
  const top = isWhole ? 0 : topOfView(layout, step, bottom);
  const caption = isWhole ? { svg: '', height: 0 } : captionOf(diagram, step, width, options);
  const height = Math.ceil(heads.height + bottom - top + caption.height);
  const shown: Shown = { diagram, layout, step, top, bottom, brush, isWhole };
  const ground = (y: number, groundHeight: number) =>
    element('rect', { x: 0, y, width, height: groundHeight, fill: palette.surface });
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': options.fontFamily,
    },
    element('title', {}, words(options.title)),
    element('style', {}, options.fontCss),
    ground(0, height),
    element(
      'g',
      { transform: `translate(0 ${heads.height - top})` },
      ...lifelines(shown),
      ...spans(shown),
      ...rows(shown),
    ),
    // What began above the view is covered by the heads, as on the stage.
    ground(0, heads.height),
    element('path', { d: `M0 ${heads.height}H${width}`, stroke: palette.line }),
    ...heads.heads.map((head) => svgHead(head, brush)),
    element('g', { transform: `translate(0 ${height - caption.height})` }, caption.svg),
  );
  return { svg, width, height };
}

/** As many rows as fit, none of them in part, and the present one in any case. */
function topOfView({ rows }: Layout, step: number, bottom: number): number {
  const first = rows.find(({ top, index }) => index === step || top >= bottom - VIEW_HEIGHT);
  return first === undefined || first.index === 0 ? 0 : first.top;
}

interface Shown {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly brush: Brush;
  readonly isWhole: boolean;
}

function lifelines({ layout, top, bottom, brush: { palette, fontPx } }: Shown): string[] {
  const line = { stroke: palette.lifeline, 'stroke-width': 0.16 * fontPx };
  return [...layout.columns.values()].map((x) => element('path', { d: `M${x} ${top}V${bottom}`, ...line }));
}

/** What lasts for several steps, as far as it has been stepped through. */
function spans({ diagram, layout, step, bottom, brush }: Shown): string[] {
  const { palette, fontPx, width } = brush;
  const y = (index: number) => layout.rows[index]?.y ?? 0;
  const end = (to: number | null) => (to === null || to > step ? bottom : y(to));
  const x = (participant: string) => layout.columns.get(participant) ?? 0;
  const clear = 0.3 * fontPx;
  const covered = (at: number, from: number, to: number) =>
    element('rect', {
      x: at - clear / 2,
      y: from,
      width: clear,
      height: Math.max(0, to - from),
      fill: palette.surface,
    });
  const outages = diagram.outages
    .filter(({ from }) => from <= step)
    .map(({ participant, from, to }) => {
      const at = x(participant);
      const dots = {
        stroke: palette.fail,
        'stroke-width': 0.14 * fontPx,
        'stroke-dasharray': `${0.15 * fontPx} ${0.5 * fontPx}`,
        'stroke-linecap': 'round',
      };
      return covered(at, y(from), end(to)) + element('path', { d: `M${at} ${y(from)}V${end(to)}`, ...dots });
    });
  const absences = diagram.absences
    .filter(({ from, to }) => to !== null || from <= step)
    .map(({ participant, from, to }) => covered(x(participant), to === null ? y(from) : 0, end(to)));
  const frames = diagram.frames
    .filter(({ from }) => from <= step)
    .map(({ from, to, depth }) => {
      const inset = (depth + 1) * FRAME_INSET_EM * fontPx;
      const [first, last] = [layout.rows[from], layout.rows[Math.min(to, step)]];
      if (first === undefined || last === undefined) return '';
      const frameTop = first.top + 0.25 * fontPx;
      return element('rect', {
        x: inset,
        y: frameTop,
        width: width - 2 * inset,
        height: last.top + last.height - 0.3 * inset - frameTop,
        rx: 0.35 * fontPx,
        fill: 'none',
        stroke: palette['control-line'],
        'stroke-width': 0.09 * fontPx,
      });
    });
  const activations = diagram.activations
    .filter(({ from }) => from <= step)
    .map(({ participant, from, to, tone }) => {
      const barWidth = BAR_EM * fontPx;
      return element('rect', {
        x: x(participant) - barWidth / 2,
        y: y(from),
        width: barWidth,
        height: Math.max(barWidth, (to === null || to > step ? bottom : y(to)) - y(from)),
        rx: barWidth / 3,
        fill: palette[barColours[tone].ground],
        stroke: palette[barColours[tone].line],
        'stroke-width': 0.1 * fontPx,
      });
    });
  return [...outages, ...absences, ...frames, ...activations];
}

const barColours = {
  memory: { ground: 'memory-bg', line: 'memory-line' },
  failure: { ground: 'surface', line: 'fail' },
  plain: { ground: 'sunken', line: 'control-line' },
} as const;

function rows({ layout, step, top, brush, isWhole }: Shown): string[] {
  return layout.rows
    .filter((row) => row.index <= step && row.top >= top)
    .map((row) => {
      const time: Time = isWhole ? 'equal' : row.index === step ? 'present' : 'past';
      return svgRow(row, time, brush);
    });
}

const toneColours = {
  plain: 'ink',
  request: 'request',
  reply: 'reply',
  failure: 'fail',
  memory: 'memory',
} as const;

/** The caption below the view, each part in its tone. */
function captionOf(
  diagram: SequenceDiagram,
  step: number,
  width: number,
  { palette, measureText }: PictureOptions,
): { readonly svg: string; readonly height: number } {
  const lineHeight = 1.35 * CAPTION_FONT_PX;
  const padding = 0.8 * CAPTION_FONT_PX;
  const parts = diagram.steps[step]?.caption ?? [];
  const measure = (line: string) => measureText(line, CAPTION_FONT_PX, 700);
  const lines = breakLines(parts.map(({ text }) => text).join(''), width - 2 * padding, measure);
  const height = lines.length * lineHeight + padding;
  const spans = tonedLines(lines, parts).map((line, index) =>
    element(
      'tspan',
      { x: padding, y: padding / 2 + (index + 0.75) * lineHeight },
      ...line.map(({ text, tone }) => element('tspan', { fill: palette[toneColours[tone]] }, words(text))),
    ),
  );
  const svg =
    element('path', { d: `M0 0H${width}`, stroke: palette.line }) +
    element('text', { 'font-size': CAPTION_FONT_PX, 'font-weight': 700, 'xml:space': 'preserve' }, ...spans);
  return { svg, height };
}

/** The parts of a phrase in the lines into which its text was broken; a break takes the space at it away. */
function tonedLines(lines: readonly string[], phrase: Phrase): Phrase[] {
  const characters = phrase.flatMap(({ text, tone }) => [...text].map((character) => ({ character, tone })));
  let at = 0;
  return lines.map((line) => {
    const parts: PhrasePart[] = [];
    for (const character of line) {
      while (characters[at] !== undefined && characters[at]?.character !== character) at += 1;
      const tone = characters[at]?.tone ?? 'plain';
      at += 1;
      const last = parts.at(-1);
      if (last?.tone === tone) parts[parts.length - 1] = { text: last.text + character, tone };
      else parts.push({ text: character, tone });
    }
    return parts;
  });
}
