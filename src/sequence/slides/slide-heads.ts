/** Heads of a diagram as a slide's shapes: participants, and what each one remembers. */
import { chipColours, headColours, headEm, tintShare } from '../geometry/head-sizes.ts';
import { stateOf } from '../geometry/head-state.ts';
import { headShapes } from '../geometry/heads.ts';
import type { TextShape } from '../geometry/shapes.ts';
import { lineEm } from '../geometry/sizes.ts';
import type { LaidGroup, LaidHead } from '../layout-heads.ts';
import type { Brush } from '../svg-rows.ts';
import type { SlideShape } from './slide-model.ts';
import { boxOf, plateOf, stroke, wordsOf } from './slide-shapes.ts';

export function slideHead(laid: LaidHead, { palette, fontPx }: Brush): readonly SlideShape[] {
  const state = stateOf(laid.head);
  const { box, name, memory, chips, remark } = headShapes(laid, fontPx);
  const colours = headColours[state];
  const edge = stroke(
    palette[colours.line],
    headEm.headBorder * fontPx * (state === 'failing' ? 2 : 1),
    state === 'absent' ? 'dashes' : 'none',
  );
  const hasMemory = laid.chips.length > 0 || laid.remarkLines.length > 0;
  const isDown = state === 'down';
  return [
    boxOf(box, { fill: colours.ground === null ? null : palette[colours.ground], line: edge }),
    ...wordsOf(nameOf(laid, name), { colour: palette[colours.name], isBold: true }),
    ...(hasMemory || isDown
      ? [
          boxOf(memory, {
            fill: isDown ? null : palette.sunken,
            line: isDown ? stroke(palette.fail, headEm.memoryBorder * fontPx, 'dashes') : null,
          }),
        ]
      : []),
    ...laid.chips.flatMap(({ chip: { kind } }, index) => {
      const plate = chips[index];
      if (plate === undefined) return [];
      const { ink, ground, line } = chipColours[kind];
      const isLost = kind === 'lost';
      const around = stroke(palette[line], headEm.chipBorder * fontPx, isLost ? 'dashes' : 'none');
      const paint = { fill: ground === null ? null : palette[ground], line: around };
      return [plateOf(plate, paint, { colour: palette[ink], isBold: true, isStruck: isLost })];
    }),
    ...wordsOf(remark, { colour: palette['ink-2'] }),
  ];
}

/** Without an icon. In a diagram it stands in the middle, also in a wider font; otherwise it starts where the icon would. */
function nameOf({ head, box, title }: LaidHead, name: TextShape): TextShape {
  return head.participant.drawn === undefined
    ? { ...name, x: title.x }
    : { ...name, x: box.x + box.width / 2, anchor: 'middle' };
}

/** A box around participants, down to the end of their lifelines. */
export function slideGroup({ group, nameLine, box }: LaidGroup, bottom: number, brush: Brush): SlideShape {
  const { palette, fontPx } = brush;
  return boxOf(
    { ...box, height: bottom - box.y, rx: headEm.groupCorner * fontPx },
    {
      fill: group.tint,
      fillOpacity: tintShare.lifelines,
      line: stroke(group.tint, lineEm.edge * fontPx),
      words: {
        ...{ lines: [nameLine], fontPx: headEm.groupFont * fontPx, colour: palette.ink },
        ...{ isBold: true, isStruck: false, anchor: 'middle' },
      },
    },
  );
}
