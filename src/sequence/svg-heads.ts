/** The heads of a picture as SVG: the participants, and what each of them remembers. */
import { groupShapes, headShapes } from './geometry/heads.ts';
import type { Plate } from './geometry/shapes.ts';
import { dashEm, lineEm } from './geometry/sizes.ts';
import type { LaidGroup, LaidHead } from './layout-heads.ts';
import type { Chip } from './model.ts';
import { type Brush, dashesPx } from './svg-rows.ts';
import { element, svgShape, svgText } from './svg-text.ts';
import { tintedShape } from './svg-tint.ts';

/** Strokes of icons, on the grid on which they are drawn. */
const ICON_STROKE = 2;

export function svgHead(laid: LaidHead, brush: Brush): string {
  const { palette, fontPx } = brush;
  const { isUp, isThere, activity, chips } = laid.head;
  const { box, icon, name, memory, remark, chips: plates } = headShapes(laid, fontPx);
  const nameColour = !isThere ? palette['ink-2'] : isUp ? palette.ink : palette.fail;
  const border =
    !isUp || activity === 'failing' ? palette.fail : activity === 'active' ? palette.request : palette.line;
  const broken = dashesPx(dashEm.broken, fontPx);
  return element(
    'g',
    {},
    svgShape(box, {
      fill: isUp ? palette.surface : palette['fail-bg'],
      stroke: border,
      strokePx: lineEm.edge * fontPx,
      dashesPx: isThere ? undefined : broken,
    }),
    icon === null ? '' : svgShape(icon, { stroke: nameColour, strokePx: ICON_STROKE, roundJoins: true }),
    svgText(name, { fill: nameColour, weight: 700 }),
    svgShape(
      memory,
      isUp
        ? { fill: palette.sunken }
        : { stroke: palette.fail, strokePx: lineEm.chip * fontPx, dashesPx: broken },
    ),
    ...chips.map((chip, index) => svgChip(chip, plates[index], brush)),
    svgText(remark, { fill: palette['ink-2'], weight: 500 }),
  );
}

/** The upper end of the box around some lifelines. */
export function svgGroup(laid: LaidGroup, brush: Brush): string {
  const { outline, name } = groupShapes(laid, brush.fontPx);
  return (
    tintedShape(outline, laid.group.tint, brush) + svgText(name, { fill: brush.palette.ink, weight: 700 })
  );
}

const chipColours = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  warning: { ink: 'fail', ground: 'surface', line: 'fail' },
  lost: { ink: 'ink-2', ground: 'surface', line: 'ink-2' },
} as const;

function svgChip({ kind }: Chip, plate: Plate | undefined, { palette, fontPx }: Brush): string {
  if (plate === undefined) return '';
  const { ink, ground, line } = chipColours[kind];
  const isLost = kind === 'lost';
  return (
    svgShape(plate.ground, {
      fill: isLost ? 'none' : palette[ground],
      stroke: palette[line],
      strokePx: lineEm.chip * fontPx,
      dashesPx: isLost ? dashesPx(dashEm.broken, fontPx) : undefined,
    }) +
    svgText(plate.text, {
      fill: palette[ink],
      weight: 650,
      ...(isLost && { decoration: 'line-through' as const }),
    })
  );
}
