/**
 * Lays out the heads of a picture: names, and what each node remembers, as chips. On the page the browser does this.
 */
import { breakLines, labelLines } from './break-lines.ts';
import { edgesOfGroup } from './geometry/enclosures.ts';
import { fontOf, headEm, headWeight, MARGIN_SHARE } from './geometry/head-sizes.ts';
import { iconOf } from './geometry/icons.ts';
import type { Box, Layout, LayoutOptions } from './layout-model.ts';
import type { Chip, Group, Head } from './model.ts';

export interface LaidChip {
  readonly chip: Chip;
  readonly box: Box;
  readonly lines: readonly string[];
}

export interface LaidHead {
  readonly head: Head;
  readonly box: Box;
  /** Contains the icon and the name, in the middle of its height. */
  readonly title: Box;
  readonly nameLines: readonly string[];
  readonly memory: Box;
  readonly chips: readonly LaidChip[];
  readonly remarkLines: readonly string[];
  /** Top of the remark, below the chips. */
  readonly remarkTop: number;
}

/** A box around participants: its upper end, with its name in at most one line. */
export interface LaidGroup {
  readonly group: Group;
  readonly nameLine: string;
  readonly box: Box;
}

export interface LaidHeads {
  readonly groups: readonly LaidGroup[];
  readonly heads: readonly LaidHead[];
  readonly height: number;
}

/**
 * Least height of a memory. The stage has its own, per layout: a head there keeps room for what comes, so that the rows
 * below it don't move.
 */
const MEMORY_EM = 3.4;

interface Options extends Pick<LayoutOptions, 'fontPx' | 'measureText'> {
  /** Pixels. For films, where memory boxes must not grow. */
  readonly memoryHeightMin?: number;
}

/** The lifelines below, one per head. */
interface Lifelines extends Pick<Layout, 'columns' | 'halves' | 'metrics'> {
  readonly groups: readonly Group[];
}

export function layoutHeads(heads: readonly Head[], lifelines: Lifelines, options: Options): LaidHeads {
  const em = options.fontPx;
  const { groups } = lifelines;
  const hasNames = groups.some(({ name }) => name !== '');
  const top = (headEm.headsPadding + (hasNames ? headEm.groupRoom : 0)) * em;
  const widths = heads.map(({ participant: { id } }) => {
    const columnWidth = 2 * (lifelines.halves.get(id) ?? 0);
    return columnWidth - 2 * marginOf(columnWidth, em);
  });
  const inset = (headEm.headBorder + headEm.headPadding) * em;
  const names = heads.map((head, index) => nameLinesOf(head, (widths[index] ?? 0) - 2 * inset, options));
  const title = titleHeight(names, em);
  const contents = heads.map((head, index) => memoryOf(head, (widths[index] ?? 0) - 2 * inset, options));
  // Participants of an imported diagram remember nothing. Some have links, or a remark.
  const isShelved = heads.some(
    ({ participant, remark }) => participant.drawn === undefined || remark !== null,
  );
  const least = options.memoryHeightMin ?? (heads.some(isDrawn) ? 0 : MEMORY_EM * em);
  const memory = isShelved ? Math.max(least, ...contents.map(({ height }) => height)) : 0;
  const gap = isShelved ? headEm.headGap * em : 0;
  const height = 2 * inset + title + gap + memory;
  const laid = heads.map((head, index): LaidHead => {
    const width = widths[index] ?? 0;
    const x = (lifelines.columns.get(head.participant.id) ?? 0) - width / 2;
    const inner = { x: x + inset, width: width - 2 * inset };
    const memoryTop = top + inset + title + gap;
    const content = contents[index];
    return {
      head,
      box: { x, y: top, width, height },
      title: {
        x:
          inner.x +
          (isDrawn(head)
            ? middleOf(head, names[index] ?? [], inner.width, options)
            : headEm.titleIndent * em),
        y: top + inset,
        width: inner.width,
        height: title,
      },
      nameLines: names[index] ?? [],
      memory: { ...inner, y: memoryTop, height: isDrawn(head) && head.remark === null ? 0 : memory },
      chips: (content?.chips ?? []).map((each) => ({
        ...each,
        box: { ...each.box, x: each.box.x + inner.x, y: each.box.y + memoryTop },
      })),
      remarkLines: content?.remarkLines ?? [],
      remarkTop: memoryTop + (content?.remarkTop ?? 0),
    };
  });
  const bottom = top + height + headEm.headsPadding * em;
  return {
    heads: laid,
    groups: groups.map((group) => groupOf(group, bottom, lifelines, options)),
    height: bottom,
  };
}

/** Where icon and name begin, so that they stand in the middle of their head. */
function middleOf(
  { participant }: Head,
  lines: readonly string[],
  width: number,
  { fontPx: em, measureText }: Options,
): number {
  const icon = iconOf(participant) === null ? 0 : (headEm.iconSize + headEm.iconGap) * em;
  const name = Math.max(0, ...lines.map((line) => measureText(line, headEm.nameFont * em, headWeight.name)));
  return Math.max(0, (width - icon - name) / 2);
}

function isDrawn({ participant }: Head): boolean {
  return participant.drawn !== undefined;
}

function marginOf(columnWidth: number, em: number): number {
  const { headMarginMin, headMarginMax } = headEm;
  return Math.min(Math.max(headMarginMin * em, MARGIN_SHARE * columnWidth), headMarginMax * em);
}

function nameLinesOf(
  { participant }: Head,
  width: number,
  { fontPx: em, measureText }: Options,
): readonly string[] {
  const icon = iconOf(participant) === null ? 0 : headEm.iconSize + headEm.iconGap;
  return breakLines(participant.name, width - (headEm.titleIndent + icon) * em, (text) =>
    measureText(text, headEm.nameFont * em, headWeight.name),
  );
}

function titleHeight(names: readonly (readonly string[])[], em: number): number {
  const lines = Math.max(...names.map(({ length }) => length));
  return Math.max(lines * fontOf('name', em).lineHeight, headEm.iconSize * em);
}

function groupOf(
  group: Group,
  bottom: number,
  lifelines: Lifelines,
  { fontPx: em, measureText }: Options,
): LaidGroup {
  const { left, right } = edgesOfGroup(group, lifelines);
  const y = headEm.groupTop * em;
  const box = { x: left, y, width: right - left, height: bottom - y };
  const [nameLine = ''] = labelLines(
    group.name,
    box.width - 2 * (headEm.groupBorder + headEm.groupPadding) * em,
    (text) => measureText(text, headEm.groupFont * em, headWeight.group),
  );
  return { group, nameLine, box };
}

interface MemoryContent {
  readonly chips: readonly LaidChip[];
  readonly remarkLines: readonly string[];
  readonly remarkTop: number;
  /** Of the memory's box. */
  readonly height: number;
}

/** Chips in rows, from left to right, with the remark below. Relative to the corner of the memory's box. */
function memoryOf(
  { chips, remark }: Head,
  boxWidth: number,
  { fontPx: em, measureText }: Options,
): MemoryContent {
  const { fontPx, lineHeight } = fontOf('chip', em);
  const gap = headEm.memoryGap * em;
  const left = (headEm.memoryBorder + headEm.memoryPaddingInline) * em;
  const top = (headEm.memoryBorder + headEm.memoryPaddingBlock) * em;
  const width = boxWidth - 2 * left;
  const around = {
    inline: 2 * (headEm.chipBorder + headEm.chipPaddingInline) * em,
    block: 2 * (headEm.chipBorder + headEm.chipPaddingBlock) * em,
  };
  const measure = (text: string) => measureText(text, fontPx, headWeight.chip);
  const laid: LaidChip[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const chip of chips) {
    const lines = breakLines(chip.text, width - around.inline, measure);
    const box = {
      width: Math.max(...lines.map(measure)) + around.inline,
      height: lines.length * lineHeight + around.block,
    };
    if (x > 0 && x + box.width > width) {
      y += rowHeight + gap;
      [x, rowHeight] = [0, 0];
    }
    laid.push({ chip, lines, box: { ...box, x: left + x, y: top + y } });
    x += box.width + gap;
    rowHeight = Math.max(rowHeight, box.height);
  }
  const remarkTop = top + (laid.length === 0 ? 0 : y + rowHeight + gap);
  const remarkLines =
    remark === null
      ? []
      : breakLines(remark, width - 2 * headEm.remarkIndent * em, (text) =>
          measureText(text, fontPx, headWeight.remark),
        );
  const height = remarkTop + remarkLines.length * lineHeight + top;
  return { chips: laid, remarkLines, remarkTop, height };
}
