/** The heads of a picture as SVG: who is there, and what everybody remembers. */
import { CHIP_FONT, HEAD_LINE_EM, type LaidChip, type LaidHead, NAME_FONT } from './layout-heads.ts';
import type { Brush } from './svg-rows.ts';
import { element, textLines } from './svg-text.ts';

export function svgHead(laid: LaidHead, brush: Brush): string {
  const { head, box, nameLines, shelf, chips, remarkLines, remarkTop } = laid;
  const { palette, fontPx } = brush;
  const { isUp, activity } = head;
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
    }),
    textLines(nameLines, {
      x: shelf.x,
      y: box.y + (shelf.y - box.y - nameHeight) / 2 + nameHeight / 2,
      fontPx: nameFont,
      lineHeight: HEAD_LINE_EM * nameFont,
      fill: isUp ? palette.ink : palette.fail,
      weight: 700,
      anchor: 'start',
    }),
    element('rect', {
      ...shelf,
      rx: 0.45 * fontPx,
      fill: isUp ? palette.sunken : 'none',
      stroke: isUp ? undefined : palette.fail,
      'stroke-width': isUp ? undefined : 0.08 * fontPx,
      'stroke-dasharray': isUp ? undefined : `${0.3 * fontPx} ${0.24 * fontPx}`,
    }),
    ...chips.map((chip) => svgChip(chip, brush)),
    textLines(remarkLines, {
      ...chipFont,
      x: shelf.x + 0.5 * fontPx,
      y: remarkTop + (remarkLines.length * chipFont.lineHeight) / 2,
      fill: palette['ink-2'],
      weight: 500,
      anchor: 'start',
    }),
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
