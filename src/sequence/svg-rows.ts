/** The rows of a diagram as SVG: the same arrows, bands, notes and words, in the same places, as on the stage. */
import { cross, headPaths } from './arrow-heads.ts';
import {
  BAND_TEXT_OFFSET_EM,
  BAND_TITLE_FONT,
  LABEL_GAP_EM,
  type LaidBand,
  type LaidFrameRow,
  type LaidMessage,
  type LaidNote,
  type LaidRow,
  NOTE_FONT,
} from './layout-model.ts';
import type { Palette } from './palette.ts';
import { bandSigns, SIGN_FONT_PX } from './signs.ts';
import { element, textLines } from './svg-text.ts';

/** What every row is drawn with. */
export interface Brush {
  readonly palette: Palette;
  readonly width: number;
  readonly fontPx: number;
  readonly lineHeight: number;
}

/** `present`: the step that is shown; `past`: one before it; `equal`: a diagram in which no step is before another. */
export type Time = 'present' | 'past' | 'equal';

export function svgRow(row: LaidRow, time: Time, brush: Brush): string {
  switch (row.kind) {
    case 'message':
      return message(row, time, brush);
    case 'band':
      return band(row, brush);
    case 'note':
      return note({ tone: 'plain', lines: row.lines, box: row.box }, brush);
    case 'frame':
      return frameWord(row, brush);
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}

function message(laid: LaidMessage, time: Time, brush: Brush): string {
  const { row, lines, y } = laid;
  const { palette, fontPx, lineHeight } = brush;
  const colour = palette[messageColours[row.tone][time === 'past' ? 'past' : 'present']];
  const isPill = time === 'present' && row.line === 'dashed' && laid.loop === null;
  const x = laid.pill.x + laid.pill.width / 2;
  const labelY = y - LABEL_GAP_EM * fontPx - (lines.length * lineHeight) / 2;
  const weight = time === 'past' ? 600 : 700;
  const label = { x, fontPx, lineHeight, weight };
  return element(
    'g',
    { stroke: colour, 'stroke-width': (time === 'present' ? 0.19 : 0.14) * fontPx, fill: 'none' },
    shaft(laid, fontPx),
    row.arrives
      ? heads(laid, colour, fontPx)
      : element('path', { d: cross(laid.x2, y, 0.42 * fontPx), 'stroke-linecap': 'round' }),
    element(
      'g',
      { stroke: 'none' },
      isPill
        ? element('rect', { ...laid.pill, rx: Math.min(laid.pill.height / 2, 1.3 * fontPx), fill: colour }) +
            textLines(lines, { ...label, y, fill: palette.surface })
        : textLines(lines, { ...label, y: labelY, fill: colour, halo: palette.surface }),
      ...laid.notes.map((each) => note(each, brush)),
    ),
  );
}

const messageColours = {
  request: { present: 'request', past: 'past-request' },
  reply: { present: 'reply', past: 'past-reply' },
  failure: { present: 'fail', past: 'past-fail' },
} as const;

function shaft({ row, x1, x2, y, loop }: LaidMessage, fontPx: number): string {
  const dashes = row.line === 'dashed' ? `${0.5 * fontPx} ${0.36 * fontPx}` : undefined;
  const d = loop === null ? `M${x1} ${y}H${x2}` : `M${x1} ${y}H${loop.x}V${y + loop.drop}H${x1}`;
  return element('path', { d, 'stroke-dasharray': dashes });
}

function heads(laid: LaidMessage, colour: string, fontPx: number): string {
  return headPaths(laid, fontPx)
    .map(({ d, isFilled }) =>
      element('path', {
        d,
        fill: isFilled ? colour : 'none',
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    )
    .join('');
}

const noteColours = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  failure: { ink: 'fail', ground: 'surface', line: 'fail' },
  plain: { ink: 'ink-2', ground: 'surface', line: 'lifeline' },
} as const;

function note({ tone, lines, box }: LaidNote, { palette, fontPx, lineHeight }: Brush): string {
  const { ink, ground, line } = noteColours[tone];
  return (
    element('rect', {
      ...box,
      rx: 0.45 * fontPx,
      fill: palette[ground],
      stroke: palette[line],
      'stroke-width': 0.09 * fontPx,
      'stroke-dasharray': tone === 'failure' ? `${0.3 * fontPx} ${0.24 * fontPx}` : undefined,
    }) +
    textLines(lines, {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      fontPx: fontPx * NOTE_FONT,
      lineHeight: lineHeight * NOTE_FONT,
      fill: palette[ink],
    })
  );
}

const bandColours = {
  failure: { ink: 'fail', ground: 'fail-bg' },
  reply: { ink: 'reply', ground: 'reply-bg' },
  plain: { ink: 'ink-2', ground: 'sunken' },
} as const;

function band(laid: LaidBand, { palette, width, fontPx, lineHeight }: Brush): string {
  const { row, x, y, top, height, lines, detailLines, textSide } = laid;
  const ink = palette[bandColours[row.tone].ink];
  const inset = 0.5 * fontPx;
  const title = { fontPx: fontPx * BAND_TITLE_FONT, lineHeight: lineHeight * BAND_TITLE_FONT };
  const detail = { fontPx: fontPx * NOTE_FONT, lineHeight: lineHeight * NOTE_FONT };
  const text = {
    x: x + (textSide === 'right' ? 1 : -1) * BAND_TEXT_OFFSET_EM * fontPx,
    anchor: textSide === 'right' ? 'start' : 'end',
    fill: ink,
  } as const;
  return element(
    'g',
    {},
    element('rect', {
      x: 0,
      y: top + inset,
      width,
      height: height - 2 * inset,
      fill: palette[bandColours[row.tone].ground],
    }),
    element('circle', { cx: x, cy: y, r: 1.15 * fontPx, fill: ink }),
    element('path', {
      d: bandSigns[row.icon],
      transform: `translate(${x} ${y}) scale(${fontPx / SIGN_FONT_PX})`,
      fill: palette.surface,
    }),
    textLines(lines, { ...text, ...title, weight: 700, y: y - (detailLines.length * detail.lineHeight) / 2 }),
    textLines(detailLines, { ...text, ...detail, y: y + (lines.length * title.lineHeight) / 2 }),
  );
}

function frameWord(
  { row, lines, wordBox, divider }: LaidFrameRow,
  { palette, fontPx, lineHeight }: Brush,
): string {
  const { x, y, width, height } = wordBox;
  const text = {
    fontPx: fontPx * NOTE_FONT,
    lineHeight: lineHeight * NOTE_FONT,
    fill: palette['ink-2'],
    weight: 700,
  };
  const middle = y + height / 2;
  const line = divider && {
    d: `M${divider.left} ${divider.y}H${divider.right}`,
    stroke: palette['control-line'],
    'stroke-width': 0.09 * fontPx,
    'stroke-dasharray': `${0.3 * fontPx} ${0.3 * fontPx}`,
  };
  return (
    (line === null ? '' : element('path', line)) +
    element('rect', {
      ...wordBox,
      rx: 0.2 * fontPx,
      fill: palette.sunken,
      stroke: palette['ink-2'],
      'stroke-width': 0.09 * fontPx,
    }) +
    textLines([row.word], { ...text, x: x + width / 2, y: middle }) +
    textLines(lines, {
      ...text,
      x: x + width + 0.6 * fontPx,
      y: middle + ((lines.length - 1) * text.lineHeight) / 2,
      anchor: 'start',
      halo: palette.surface,
    })
  );
}
