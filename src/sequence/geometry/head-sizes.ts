/**
 * Sizes and colours of the heads. The stage's heads are HTML, because they have buttons; those of pictures are SVG. Both
 * take everything from here: pictures as numbers, the stage as custom properties.
 */
import type { Chip } from '../model.ts';

import type { ColourName } from '../palette.ts';
import { GROUP_GAP_EM } from './enclosures.ts';
import type { HeadState } from './head-state.ts';
import type { ShardSide } from './shards.ts';

/** In em: 1 is the font size of an arrow's words. Sizes of fonts are called `…Font`. */
export const headEm = {
  /** Above the heads, and between them and the diagram. */
  headsPadding: 0.71,
  /** Beside a head: `MARGIN_SHARE` of its column, within these limits. */
  headMarginMin: 0.19,
  headMarginMax: 1.04,
  headPadding: 0.52,
  /** Between the title and the memory. */
  headGap: 0.38,
  headCorner: 0.85,
  headBorder: 0.08,
  /** Around the head of a node that fails. */
  headRing: 0.16,

  nameFont: 1.06,
  /** Before the name, or before its icon. */
  titleIndent: 0.24,
  iconSize: 1.18,
  iconGap: 0.38,

  memoryPaddingBlock: 0.42,
  memoryPaddingInline: 0.47,
  memoryBorder: 0.08,
  memoryCorner: 0.57,
  /** Between chips, and between chips and the remark. */
  memoryGap: 0.33,
  remarkIndent: 0.14,

  /** The remark has the same font size. */
  chipFont: 0.92,
  chipPaddingBlock: 0.14,
  chipPaddingInline: 0.47,
  chipBorder: 0.08,
  chipCorner: 0.47,

  groupGap: GROUP_GAP_EM,
  groupFont: 0.9,
  /** How far the heads move down for the names of groups. */
  groupRoom: 1.18,
  groupTop: 0.24,
  groupPadding: 0.47,
  groupCorner: 0.57,
  groupBorder: 0.09,
} as const;

/** Of a column's width, on each side of a head. */
export const MARGIN_SHARE = 0.025;

/** Heights of lines, in font sizes. */
export const headLineHeight = { name: 1.15, chip: 1.45, group: 1.7 } as const;

/** Fonts of the heads' parts. */
const fontEm = { name: headEm.nameFont, chip: headEm.chipFont, group: headEm.groupFont };

export function fontOf(part: keyof typeof fontEm, emPx: number) {
  const fontPx = fontEm[part] * emPx;
  return { fontPx, lineHeight: headLineHeight[part] * fontPx };
}

export const headWeight = { name: 700, chip: 650, remark: 400, group: 700 } as const;

/** How much of a group's tint its backgrounds and its edge have. The rest of the edge is ink. */
export const tintShare = { ground: 0.14, lifelines: 0.08, edge: 0.7 } as const;

/** How opaque the ring around a failing node's head is. */
export const RING_SHARE = 0.22;

type HeadColours = {
  readonly line: ColourName;
  /** Null: transparent. */
  readonly ground: ColourName | null;
  readonly name: ColourName;
};

export const headColours: Readonly<Record<HeadState, HeadColours>> = {
  idle: { line: 'line', ground: 'surface', name: 'ink' },
  active: { line: 'request', ground: 'surface', name: 'ink' },
  failing: { line: 'fail', ground: 'surface', name: 'ink' },
  frozen: { line: 'ink-2', ground: 'sunken', name: 'ink-2' },
  down: { line: 'fail', ground: 'fail-bg', name: 'fail' },
  absent: { line: 'line', ground: null, name: 'future' },
  focused: { line: 'ink', ground: 'sunken', name: 'ink' },
  dimmed: { line: 'line', ground: null, name: 'future' },
};

type ChipColours = {
  readonly ink: ColourName;
  readonly ground: ColourName | null;
  readonly line: ColourName;
};

export const chipColours: Readonly<Record<Chip['kind'], ChipColours>> = {
  memory: { ink: 'memory', ground: 'memory-bg', line: 'memory-line' },
  warning: { ink: 'fail', ground: 'surface', line: 'fail' },
  lost: { ink: 'ink-2', ground: null, line: 'ink-2' },
};

/** The part of a broken chip that each half shows, in percent of the chip's box: both end at the same jagged line. */
export const shardOutlines: Readonly<Record<ShardSide, readonly (readonly [number, number])[]>> = {
  left: [
    [-10, -20],
    [54, -20],
    [44, 35],
    [56, 60],
    [46, 120],
    [-10, 120],
  ],
  right: [
    [54, -20],
    [110, -20],
    [110, 120],
    [46, 120],
    [56, 60],
    [44, 35],
  ],
};
