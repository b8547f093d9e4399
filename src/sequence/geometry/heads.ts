/** Shapes of heads for pictures and print. On the page, heads are HTML and the browser lays them out. */
import type { LaidChip, LaidGroup, LaidHead } from '../layout-heads.ts';
import { fontOf, headEm } from './head-sizes.ts';
import { ICON_GRID, iconOf } from './icons.ts';
import { borderOf, type PathShape, type Plate, type RectShape, type TextShape, textBlock } from './shapes.ts';

export interface HeadShapes {
  readonly box: RectShape;
  /** Around the head of a node that fails. */
  readonly ring: RectShape;
  readonly icon: PathShape | null;
  readonly name: TextShape;
  readonly memory: RectShape;
  readonly chips: readonly Plate[];
  readonly remark: TextShape;
}

/** Boxes are shrunk by half a line, so that the lines lie inside like a CSS border. */
export function headShapes(laid: LaidHead, fontPx: number): HeadShapes {
  const { head, box, title, nameLines, memory, chips, remarkLines, remarkTop } = laid;
  const icon = iconOf(head.participant);
  const iconPx = headEm.iconSize * fontPx;
  const middle = title.y + title.height / 2;
  const remarkFont = fontOf('chip', fontPx);
  return {
    box: bordered(box, headEm.headCorner, headEm.headBorder, fontPx),
    ring: ringAround(box, fontPx),
    icon:
      icon === null
        ? null
        : {
            kind: 'path',
            d: icon,
            transform: `translate(${title.x} ${middle - iconPx / 2}) scale(${iconPx / ICON_GRID})`,
          },
    name: textBlock(nameLines, {
      ...fontOf('name', fontPx),
      x: title.x + (icon === null ? 0 : iconPx + headEm.iconGap * fontPx),
      middle,
      anchor: 'start',
    }),
    memory: bordered(memory, headEm.memoryCorner, headEm.memoryBorder, fontPx),
    chips: chips.map((chip) => chipShapes(chip, fontPx)),
    remark: textBlock(remarkLines, {
      ...remarkFont,
      x: memory.x + (headEm.memoryBorder + headEm.memoryPaddingInline + headEm.remarkIndent) * fontPx,
      middle: remarkTop + (remarkLines.length * remarkFont.lineHeight) / 2,
      anchor: 'start',
    }),
  };
}

function chipShapes({ box, lines }: LaidChip, fontPx: number): Plate {
  return {
    ground: bordered(box, headEm.chipCorner, headEm.chipBorder, fontPx),
    text: textBlock(lines, {
      ...fontOf('chip', fontPx),
      x: box.x + box.width / 2,
      middle: box.y + box.height / 2,
    }),
  };
}

function bordered(box: LaidHead['box'], cornerEm: number, lineEm: number, fontPx: number): RectShape {
  return borderOf({ kind: 'rect', ...box, rx: cornerEm * fontPx }, lineEm * fontPx);
}

function ringAround({ x, y, width, height }: LaidHead['box'], fontPx: number): RectShape {
  const out = (headEm.headRing * fontPx) / 2;
  const rx = headEm.headCorner * fontPx + out;
  return { kind: 'rect', x: x - out, y: y - out, width: width + 2 * out, height: height + 2 * out, rx };
}

/** Upper end of the box around some lifelines, with its name. */
export function groupShapes({ nameLine, box }: LaidGroup, fontPx: number) {
  const { x, y, width, height } = box;
  const corner = headEm.groupCorner * fontPx;
  const d = [
    `M${x} ${y + height}V${y + corner}q0 ${-corner} ${corner} ${-corner}`,
    `H${x + width - corner}q${corner} 0 ${corner} ${corner}V${y + height}`,
  ].join('');
  const outline: PathShape = { kind: 'path', d };
  const font = fontOf('group', fontPx);
  const middle = y + headEm.groupBorder * fontPx + font.lineHeight / 2;
  const name = textBlock([nameLine], { ...font, x: x + width / 2, middle });
  return { outline, name };
}
