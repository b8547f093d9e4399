/** Heads of a picture as SVG: the participants, and what each one remembers. */
import {
  chipColours,
  headColours,
  headEm,
  headWeight,
  RING_SHARE,
  shardOutlines,
} from './geometry/head-sizes.ts';
import { stateOf } from './geometry/head-state.ts';
import { groupShapes, headShapes } from './geometry/heads.ts';
import { ICON_STROKE } from './geometry/icons.ts';
import type { Plate } from './geometry/shapes.ts';
import { fallenShards } from './geometry/shards.ts';
import { dashEm } from './geometry/sizes.ts';
import type { LaidChip, LaidGroup, LaidHead } from './layout-heads.ts';
import { type Brush, dashesPx } from './svg-rows.ts';
import { element, svgShape, svgText } from './svg-text.ts';
import { tintedShape } from './svg-tint.ts';

export function svgHead(laid: LaidHead, brush: Brush): string {
  const { palette, fontPx } = brush;
  const state = stateOf(laid.head);
  const { box, ring, icon, name, memory, remark, chips } = headShapes(laid, fontPx);
  const colours = headColours[state];
  const nameColour = palette[colours.name];
  const broken = dashesPx(dashEm.broken, fontPx);
  return element(
    'g',
    {},
    state === 'failing'
      ? svgShape(ring, {
          stroke: palette[colours.line],
          strokePx: headEm.headRing * fontPx,
          strokeOpacity: RING_SHARE,
        })
      : '',
    svgShape(box, {
      ...(colours.ground !== null && { fill: palette[colours.ground] }),
      stroke: palette[colours.line],
      strokePx: headEm.headBorder * fontPx,
      dashesPx: state === 'absent' ? broken : undefined,
    }),
    icon === null
      ? ''
      : svgShape(icon, { stroke: nameColour, strokePx: ICON_STROKE, roundJoins: true, roundEnds: true }),
    svgText(name, { fill: nameColour, weight: headWeight.name }),
    svgShape(
      memory,
      state === 'down'
        ? { stroke: palette.fail, strokePx: headEm.memoryBorder * fontPx, dashesPx: broken }
        : { fill: palette.sunken },
    ),
    ...laid.chips.map((chip, index) => svgChip(chip, chips[index], brush)),
    svgText(remark, { fill: palette['ink-2'], weight: headWeight.remark }),
  );
}

/** Upper end of the box around some lifelines. */
export function svgGroup(laid: LaidGroup, brush: Brush): string {
  const { outline, name } = groupShapes(laid, brush.fontPx);
  return (
    tintedShape(outline, laid.group.tint, brush) +
    svgText(name, { fill: brush.palette.ink, weight: headWeight.group })
  );
}

function svgChip(laid: LaidChip, plate: Plate | undefined, { palette, fontPx }: Brush): string {
  if (plate === undefined) return '';
  const { kind } = laid.chip;
  const { ink, ground, line } = chipColours[kind];
  const isLost = kind === 'lost';
  const drawn =
    svgShape(plate.ground, {
      ...(ground !== null && { fill: palette[ground] }),
      stroke: palette[line],
      strokePx: headEm.chipBorder * fontPx,
      dashesPx: isLost ? dashesPx(dashEm.broken, fontPx) : undefined,
    }) +
    svgText(plate.text, {
      fill: palette[ink],
      weight: headWeight.chip,
      ...(isLost && { decoration: 'line-through' as const }),
    });
  return isLost ? brokenInTwo(drawn, laid, fontPx) : drawn;
}

/** The shards' offsets are for this font size. */
const SHARD_FONT_PX = 18;

/** The same chip twice. Each half is clipped, and has fallen a little. */
function brokenInTwo(drawn: string, { box }: LaidChip, fontPx: number): string {
  const [centreX, centreY] = [box.x + box.width / 2, box.y + box.height / 2];
  return (['left', 'right'] as const)
    .map((side) => {
      const fallen = fallenShards[side];
      const id = `${side}-${Math.round(box.x)}-${Math.round(box.y)}`;
      const points = shardOutlines[side].map(
        ([x, y]) => `${box.x + (x / 100) * box.width} ${box.y + (y / 100) * box.height}`,
      );
      const [x, y] = [fallen.x, fallen.y].map((px) => (px * fontPx) / SHARD_FONT_PX);
      return element(
        'g',
        { transform: `translate(${x} ${y}) rotate(${fallen.rotate} ${centreX} ${centreY})` },
        element('clipPath', { id }, element('path', { d: `M${points.join('L')}Z` })),
        element('g', { 'clip-path': `url(#${id})` }, drawn),
      );
    })
    .join('');
}
