/** Rows of a diagram as SVG: the stage's shapes in a palette's colours. */

import { bandShapes } from './geometry/band.ts';
import { frameWordShapes, stackShape } from './geometry/imported-rows.ts';
import { type MessageShapes, messageShapes, noteShapes } from './geometry/rows.ts';
import type { Plate } from './geometry/shapes.ts';
import { dashEm, lineEm } from './geometry/sizes.ts';
import type {
  LaidBand,
  LaidFrameRow,
  LaidMessage,
  LaidNote,
  LaidNoteRow,
  LaidRow,
  Metrics,
} from './layout-model.ts';
import type { Palette } from './palette.ts';
import { element, svgShape, svgText } from './svg-text.ts';

/** Shared by all rows. */
export interface Brush extends Metrics {
  readonly palette: Palette;
}

/** `present`: the shown step; `past`: an earlier one; `equal`: a diagram without a present step. */
export type Time = 'present' | 'past' | 'equal';

export function svgRow(row: LaidRow, time: Time, brush: Brush): string {
  switch (row.kind) {
    case 'message':
      return message(row, time, brush);
    case 'band':
      return band(row, brush);
    case 'note':
      return noteRow(row, time, brush);
    case 'frame':
      return frameWord(row, time, brush);
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}

export function dashesPx(dashes: readonly number[], fontPx: number): readonly number[] {
  return dashes.map((length) => length * fontPx);
}

const messageColours = {
  request: { present: 'request', past: 'past-request' },
  reply: { present: 'reply', past: 'past-reply' },
  failure: { present: 'fail', past: 'past-fail' },
} as const;

function message(laid: LaidMessage, time: Time, brush: Brush): string {
  const { palette } = brush;
  const shapes = messageShapes(laid, brush);
  const colour = palette[messageColours[laid.row.tone][time === 'past' ? 'past' : 'present']];
  const weight = time === 'past' ? 600 : 700;
  const { label, pill } = shapes;
  return element(
    'g',
    {},
    ...arrow(laid, shapes, { colour, time, brush }),
    pill !== null && time === 'present'
      ? svgShape(pill.ground, { fill: colour }) + svgText(pill.text, { fill: palette.surface, weight })
      : svgText(label, { fill: colour, weight, halo: palette.surface }),
    ...laid.notes.map(({ tone }, index) => note(tone, shapes.notes[index], brush)),
  );
}

interface ArrowPaint {
  readonly colour: string;
  readonly time: Time;
  readonly brush: Brush;
}

function arrow(
  { row }: LaidMessage,
  { shaft, heads, cross }: MessageShapes,
  { colour, time, brush: { fontPx } }: ArrowPaint,
): string[] {
  const strokePx = (time === 'present' ? lineEm.presentArrow : lineEm.arrow) * fontPx;
  const line = { stroke: colour, strokePx };
  const end = { ...line, roundEnds: true, roundJoins: true };
  return [
    svgShape(shaft, {
      ...line,
      dashesPx: row.line === 'dashed' ? dashesPx(dashEm.reply, fontPx) : undefined,
    }),
    ...heads.map(({ isFilled, ...head }) => svgShape(head, { ...end, fill: isFilled ? colour : 'none' })),
    cross === null ? '' : svgShape(cross, end),
  ];
}

const noteColours = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  failure: { ink: 'fail', ground: 'surface', line: 'fail' },
  plain: { ink: 'ink-2', ground: 'surface', line: 'lifeline' },
} as const;

function note(tone: LaidNote['tone'], plate: Plate | undefined, { palette, fontPx }: Brush): string {
  if (plate === undefined) return '';
  const { ink, ground, line } = noteColours[tone];
  return (
    svgShape(plate.ground, {
      fill: palette[ground],
      stroke: palette[line],
      strokePx: lineEm.edge * fontPx,
      dashesPx: tone === 'failure' ? dashesPx(dashEm.broken, fontPx) : undefined,
    }) + svgText(plate.text, { fill: palette[ink] })
  );
}

/** A note that is a step of its own. While it's present, its edge and ink show it. */
function noteRow(laid: LaidNoteRow, time: Time, brush: Brush): string {
  const plate = noteShapes(laid, brush);
  const { palette, fontPx } = brush;
  const isPresent = time === 'present';
  const strokePx = (isPresent ? lineEm.presentNote : lineEm.edge) * fontPx;
  const stack = stackShape(laid, brush);
  const stroke = isPresent ? palette.request : palette.lifeline;
  const behind = stack === null ? '' : svgShape(stack, { fill: palette.surface, stroke, strokePx });
  if (!isPresent) return behind + note('plain', plate, brush);
  return (
    behind +
    svgShape(plate.ground, { fill: palette.surface, stroke, strokePx }) +
    svgText(plate.text, { fill: palette.ink })
  );
}

const bandColours = {
  failure: { ink: 'fail', ground: 'fail-bg' },
  reply: { ink: 'reply', ground: 'reply-bg' },
  plain: { ink: 'ink-2', ground: 'sunken' },
} as const;

function band(laid: LaidBand, brush: Brush): string {
  const { palette } = brush;
  const colours = bandColours[laid.row.tone];
  const { ground, disc, sign, title, detail } = bandShapes(laid, brush);
  const ink = { fill: palette[colours.ink] };
  return element(
    'g',
    {},
    svgShape(ground, { fill: palette[colours.ground] }),
    svgShape(disc, ink),
    svgShape(sign, { fill: palette.surface }),
    svgText(title, { ...ink, weight: 700 }),
    svgText(detail, ink),
  );
}

function frameWord(laid: LaidFrameRow, time: Time, brush: Brush): string {
  const { palette, fontPx } = brush;
  const { divider, tab, label } = frameWordShapes(laid, brush);
  const strokePx = lineEm.edge * fontPx;
  const colour = time === 'present' ? palette.request : palette['ink-2'];
  const dashes = dashesPx(dashEm.divider, fontPx);
  return (
    (divider === null
      ? ''
      : svgShape(divider, { stroke: palette['control-line'], strokePx, dashesPx: dashes })) +
    svgShape(tab.ground, { fill: palette.sunken, stroke: colour, strokePx }) +
    svgText(tab.text, { fill: colour, weight: 700 }) +
    svgText(label, { fill: colour, halo: palette.surface })
  );
}
