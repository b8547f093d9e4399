/** The heads of a picture as SVG: who is there, and what everybody remembers. */
import {
  CHIP_FONT,
  HEAD_LINE_EM,
  type LaidChip,
  type LaidGroup,
  type LaidHead,
  NAME_FONT,
  SIGN_EM,
} from './layout-heads.ts';
import type { Brush } from './svg-rows.ts';
import { element, textLines } from './svg-text.ts';
import { tintedShape } from './svg-tint.ts';

export function svgHead(laid: LaidHead, brush: Brush): string {
  const { head, box, nameLines, memory, chips, remarkLines, remarkTop } = laid;
  const { palette, fontPx } = brush;
  const { isUp, isThere, activity, participant } = head;
  const sign = participant.drawn?.sign ?? null;
  const dashes = `${0.3 * fontPx} ${0.24 * fontPx}`;
  const nameColour = !isThere ? palette['ink-2'] : isUp ? palette.ink : palette.fail;
  const border =
    !isUp || activity === 'failing' ? palette.fail : activity === 'active' ? palette.request : palette.line;
  const nameFont = fontPx * NAME_FONT;
  const nameHeight = nameLines.length * HEAD_LINE_EM * nameFont;
  const chipFont = { fontPx: fontPx * CHIP_FONT, lineHeight: HEAD_LINE_EM * fontPx * CHIP_FONT };
  return element(
    'g',
    {},
    element('rect', {
      ...box,
      rx: 0.7 * fontPx,
      fill: isUp ? palette.surface : palette['fail-bg'],
      stroke: border,
      'stroke-width': 0.09 * fontPx,
      'stroke-dasharray': isThere ? undefined : dashes,
    }),
    sign === null
      ? ''
      : element('path', {
          d: sign.path,
          transform: `translate(${memory.x} ${box.y + 0.5 * fontPx}) scale(${(SIGN_EM * fontPx) / 24})`,
          fill: 'none',
          stroke: nameColour,
          'stroke-width': 2,
          'stroke-linejoin': 'round',
        }),
    textLines(nameLines, {
      x: memory.x + (sign === null ? 0 : (SIGN_EM + 0.35) * fontPx),
      y: box.y + (memory.y - box.y - nameHeight) / 2 + nameHeight / 2,
      fontPx: nameFont,
      lineHeight: HEAD_LINE_EM * nameFont,
      fill: nameColour,
      weight: 700,
      anchor: 'start',
    }),
    element('rect', {
      ...memory,
      rx: 0.45 * fontPx,
      fill: isUp ? palette.sunken : 'none',
      stroke: isUp ? undefined : palette.fail,
      'stroke-width': isUp ? undefined : 0.08 * fontPx,
      'stroke-dasharray': isUp ? undefined : dashes,
    }),
    ...chips.map((chip) => svgChip(chip, brush)),
    textLines(remarkLines, {
      ...chipFont,
      x: memory.x + 0.5 * fontPx,
      y: remarkTop + (remarkLines.length * chipFont.lineHeight) / 2,
      fill: palette['ink-2'],
      weight: 500,
      anchor: 'start',
    }),
  );
}

/** The upper end of the box around some lifelines. */
export function svgGroup({ group, nameLine, box }: LaidGroup, brush: Brush): string {
  const { palette, fontPx } = brush;
  const { x, y, width, height } = box;
  const corner = 0.5 * fontPx;
  const d = [
    `M${x} ${y + height}V${y + corner}q0 ${-corner} ${corner} ${-corner}`,
    `H${x + width - corner}q${corner} 0 ${corner} ${corner}V${y + height}`,
  ].join('');
  return (
    tintedShape('path', { d }, group.tint, brush) +
    textLines([nameLine], {
      x: x + width / 2,
      y: y + 0.95 * fontPx,
      fontPx,
      lineHeight: HEAD_LINE_EM * fontPx,
      fill: palette.ink,
      weight: 700,
    })
  );
}

const chipColours = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  warning: { ink: 'fail', ground: 'surface', line: 'fail' },
  lost: { ink: 'ink-2', ground: 'surface', line: 'ink-2' },
} as const;

function svgChip({ chip, box, lines }: LaidChip, { palette, fontPx }: Brush): string {
  const { ink, ground, line } = chipColours[chip.kind];
  const isLost = chip.kind === 'lost';
  return (
    element('rect', {
      ...box,
      rx: 0.4 * fontPx,
      fill: isLost ? 'none' : palette[ground],
      stroke: palette[line],
      'stroke-width': 0.08 * fontPx,
      'stroke-dasharray': isLost ? `${0.3 * fontPx} ${0.24 * fontPx}` : undefined,
    }) +
    textLines(lines, {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      fontPx: fontPx * CHIP_FONT,
      lineHeight: HEAD_LINE_EM * fontPx * CHIP_FONT,
      fill: palette[ink],
      weight: 650,
      ...(isLost && { decoration: 'line-through' as const }),
    })
  );
}
