/** Rows of a diagram as a slide's shapes. */

import { bandShapes } from '../geometry/band.ts';
import { frameWordShapes, stackShape } from '../geometry/imported-rows.ts';
import { messageShapes, noteShapes } from '../geometry/rows.ts';
import type { Plate, TextShape } from '../geometry/shapes.ts';
import { CROSS_EM, lineEm } from '../geometry/sizes.ts';
import type { ArrowHead } from '../imported-diagram.ts';
import type { LaidBand, LaidFrameRow, LaidMessage, LaidNote, LaidRow } from '../layout-model.ts';
import type { Brush, Time } from '../svg-rows.ts';
import type { LineEnd, SlideShape } from './slide-model.ts';
import { boxOf, crossOf, discOf, lineOf, plateOf, stroke, wordsOf } from './slide-shapes.ts';

export function slideRow(laid: LaidRow, time: Time, brush: Brush): readonly SlideShape[] {
  const { palette, fontPx } = brush;
  switch (laid.kind) {
    case 'message':
      return message(laid, time, brush);
    case 'band':
      return band(laid, brush);
    case 'note': {
      const isPresent = time === 'present';
      const edge = stroke(
        isPresent ? palette.request : palette.lifeline,
        (isPresent ? lineEm.presentNote : lineEm.edge) * fontPx,
      );
      const ink = { colour: isPresent ? palette.ink : palette['ink-2'] };
      const stack = stackShape(laid, brush);
      const behind = stack === null ? [] : [boxOf(stack, { fill: palette.surface, line: edge })];
      return [...behind, plateOf(noteShapes(laid, brush), { fill: palette.surface, line: edge }, ink)];
    }
    case 'frame':
      return frameWord(laid, time, brush);
    default:
      throw new Error(`Unknown row ${laid satisfies never}`);
  }
}

const messageColours = {
  request: { present: 'request', past: 'past-request' },
  reply: { present: 'reply', past: 'past-reply' },
  failure: { present: 'fail', past: 'past-fail' },
} as const;

function message(laid: LaidMessage, time: Time, brush: Brush): readonly SlideShape[] {
  const { palette } = brush;
  const isPresent = time === 'present';
  const colour = palette[messageColours[laid.row.tone][isPresent ? 'present' : 'past']];
  const shapes = messageShapes(laid, brush);
  const pill = isPresent ? shapes.pill : null;
  return [
    ...arrow(laid, colour, isPresent, brush),
    ...(pill === null
      ? label(laid, shapes.label, colour, brush)
      : [plateOf(pill, { fill: colour }, { colour: palette.surface, isBold: true })]),
    ...laid.notes.flatMap(({ tone }, index) => note(tone, shapes.notes[index], brush)),
  ];
}

/** On a ground as wide as the words, which keeps them legible over a lifeline. */
function label({ pill }: LaidMessage, text: TextShape, colour: string, { palette }: Brush) {
  return wordsOf(text, { colour, isBold: true }).map(({ box, words }) =>
    boxOf({ ...box, x: pill.x, width: pill.width }, { fill: palette.surface, fillOpacity: 0.85, words }),
  );
}

function arrow(
  { row, x1, x2, y, rise, loop, points }: LaidMessage,
  colour: string,
  isPresent: boolean,
  { fontPx }: Brush,
): readonly SlideShape[] {
  const widthPx = (isPresent ? lineEm.presentArrow : lineEm.arrow) * fontPx;
  const line = stroke(colour, widthPx, row.line === 'dashed' ? 'dashes' : 'none');
  const { begin, end } = row.arrives ? endsOf(row.head ?? 'open') : endsOf('cross');
  const yEnd = y + (loop?.drop ?? 0);
  const isCrossed = !row.arrives || row.head === 'cross';
  const cross = isCrossed ? crossOf(x2, yEnd, CROSS_EM * fontPx, stroke(colour, widthPx)) : [];
  const dots = points.map((x) => discOf(x, y, (CROSS_EM * fontPx) / 2, colour));
  if (loop === null) return [lineOf([x1, y - rise, x2, y], line, { begin, end }), ...cross, ...dots];
  return [
    lineOf([x1, y, loop.x, y], line, { begin }),
    lineOf([loop.x, y, loop.x, yEnd], line),
    lineOf([loop.x, yEnd, x1, yEnd], line, { end }),
    ...cross,
    ...dots,
  ];
}

/** Presentation programs have no half arrowheads: a narrow one stands for them. */
function endsOf(head: ArrowHead): { readonly begin: LineEnd; readonly end: LineEnd } {
  switch (head) {
    case 'none':
    case 'cross':
      return { begin: 'none', end: 'none' };
    case 'open':
      return { begin: 'none', end: 'open' };
    case 'arrow':
      return { begin: 'none', end: 'filled' };
    case 'both':
      return { begin: 'filled', end: 'filled' };
    default:
      return head.endsWith('-back') ? { begin: 'half', end: 'none' } : { begin: 'none', end: 'half' };
  }
}

const noteColours = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  failure: { ink: 'fail', ground: 'surface', line: 'fail' },
  plain: { ink: 'ink-2', ground: 'surface', line: 'lifeline' },
} as const;

function note(tone: LaidNote['tone'], plate: Plate | undefined, { palette, fontPx }: Brush) {
  if (plate === undefined) return [];
  const { ink, ground, line } = noteColours[tone];
  const edge = stroke(palette[line], lineEm.edge * fontPx, tone === 'failure' ? 'dashes' : 'none');
  return [plateOf(plate, { fill: palette[ground], line: edge }, { colour: palette[ink] })];
}

const bandColours = {
  failure: { ink: 'fail', ground: 'fail-bg' },
  reply: { ink: 'reply', ground: 'reply-bg' },
  plain: { ink: 'ink-2', ground: 'sunken' },
} as const;

function band(laid: LaidBand, brush: Brush): readonly SlideShape[] {
  const { palette } = brush;
  const colours = bandColours[laid.row.tone];
  const { ground, disc, title, detail } = bandShapes(laid, brush);
  const colour = palette[colours.ink];
  return [
    boxOf(ground, { fill: palette[colours.ground] }),
    discOf(disc.cx, disc.cy, disc.r, colour),
    ...(laid.row.tone === 'failure'
      ? crossOf(disc.cx, disc.cy, disc.r / 2.6, stroke(palette.surface, disc.r / 5))
      : []),
    ...wordsOf(title, { colour, isBold: true }),
    ...wordsOf(detail, { colour }),
  ];
}

function frameWord(laid: LaidFrameRow, time: Time, brush: Brush): readonly SlideShape[] {
  const { palette, fontPx } = brush;
  const { tab, label } = frameWordShapes(laid, brush);
  const colour = time === 'present' ? palette.request : palette['ink-2'];
  const edge = lineEm.edge * fontPx;
  const { divider } = laid;
  return [
    ...(divider === null
      ? []
      : [
          lineOf(
            [divider.left, divider.y, divider.right, divider.y],
            stroke(palette['control-line'], edge, 'dashes'),
          ),
        ]),
    plateOf(tab, { fill: palette.sunken, line: stroke(colour, edge) }, { colour, isBold: true }),
    ...wordsOf(label, { colour }),
  ];
}
