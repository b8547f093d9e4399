/** Shapes of heads for pictures and print. On the page, heads are HTML and the browser lays them out. */
import type { LaidChip, LaidGroup, LaidHead } from '../layout-heads.ts';
import { type PathShape, type Plate, type RectShape, type TextShape, textBlock } from './shapes.ts';
import { CHIP_FONT, cornerEm, HEAD_LINE_EM, ICON_EM, ICON_GAP_EM, NAME_FONT } from './sizes.ts';

/** Side of the square that icons are drawn on. */
const ICON_GRID = 24;

export interface HeadShapes {
  readonly box: RectShape;
  readonly icon: PathShape | null;
  readonly name: TextShape;
  readonly memory: RectShape;
  readonly chips: readonly Plate[];
  readonly remark: TextShape;
}

export function headShapes(laid: LaidHead, fontPx: number): HeadShapes {
  const { head, box, nameLines, memory, chips, remarkLines, remarkTop } = laid;
  const icon = head.participant.drawn?.sign ?? null;
  const chipFont = fontOf(fontPx * CHIP_FONT);
  return {
    box: { kind: 'rect', ...box, rx: cornerEm.head * fontPx },
    icon: icon && {
      kind: 'path',
      d: icon.path,
      transform: `translate(${memory.x} ${box.y + 0.5 * fontPx}) scale(${(ICON_EM * fontPx) / ICON_GRID})`,
    },
    name: textBlock(nameLines, {
      ...fontOf(fontPx * NAME_FONT),
      x: memory.x + (icon === null ? 0 : (ICON_EM + ICON_GAP_EM) * fontPx),
      middle: (box.y + memory.y) / 2,
      anchor: 'start',
    }),
    memory: { kind: 'rect', ...memory, rx: cornerEm.memory * fontPx },
    chips: chips.map((chip) => chipShapes(chip, fontPx)),
    remark: textBlock(remarkLines, {
      ...chipFont,
      x: memory.x + 0.5 * fontPx,
      middle: remarkTop + (remarkLines.length * chipFont.lineHeight) / 2,
      anchor: 'start',
    }),
  };
}

function chipShapes({ box, lines }: LaidChip, fontPx: number): Plate {
  return {
    ground: { kind: 'rect', ...box, rx: cornerEm.chip * fontPx },
    text: textBlock(lines, {
      ...fontOf(fontPx * CHIP_FONT),
      x: box.x + box.width / 2,
      middle: box.y + box.height / 2,
    }),
  };
}

/** Upper end of the box around some lifelines, with its name. */
export function groupShapes({ nameLine, box }: LaidGroup, fontPx: number) {
  const { x, y, width, height } = box;
  const corner = cornerEm.group * fontPx;
  const d = [
    `M${x} ${y + height}V${y + corner}q0 ${-corner} ${corner} ${-corner}`,
    `H${x + width - corner}q${corner} 0 ${corner} ${corner}V${y + height}`,
  ].join('');
  const outline: PathShape = { kind: 'path', d };
  const name = textBlock([nameLine], { ...fontOf(fontPx), x: x + width / 2, middle: y + 0.95 * fontPx });
  return { outline, name };
}

function fontOf(fontPx: number) {
  return { fontPx, lineHeight: HEAD_LINE_EM * fontPx };
}
