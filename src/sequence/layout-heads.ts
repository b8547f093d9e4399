/** Places the heads of a picture: names, and what everybody remembers, as chips on memories. On the page the browser does this. */
import { breakLines, labelLines } from './break-lines.ts';
import { edgesOfGroup } from './geometry/enclosures.ts';
import { CHIP_FONT, HEAD_LINE_EM, ICON_EM, ICON_GAP_EM, NAME_FONT } from './geometry/sizes.ts';
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
  readonly nameLines: readonly string[];
  readonly memory: Box;
  readonly chips: readonly LaidChip[];
  readonly remarkLines: readonly string[];
  /** Where the remark begins, below the chips. */
  readonly remarkTop: number;
}

/** A box around participants: its upper end, with its name in one line at most. */
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

/** In em: 1 is the font size of an arrow's words. */
const MARGIN_EM = 0.4;
const PADDING_EM = 0.5;
const CHIP_PADDING_EM = 0.4;
const CHIP_GAP_EM = 0.3;
const MEMORY_EM = 3.4;
const BELOW_EM = 0.6;
const GROUP_TITLE_EM = 1.9;

interface Options extends Pick<LayoutOptions, 'fontPx' | 'measureText'> {
  /** Pixels; for a film, in which memories must not grow. */
  readonly memoryHeightMin?: number;
}

/** The lifelines below, of which each head stands over one. */
interface Lifelines extends Pick<Layout, 'columns' | 'metrics'> {
  readonly groups: readonly Group[];
}

export function layoutHeads(heads: readonly Head[], lifelines: Lifelines, options: Options): LaidHeads {
  const { columns, groups } = lifelines;
  const em = options.fontPx;
  const { width } = lifelines.metrics;
  const above = groups.some(({ name }) => name !== '') ? GROUP_TITLE_EM * em : 0;
  const headWidth = width / Math.max(1, heads.length) - 2 * MARGIN_EM * em;
  const inner = headWidth - 2 * PADDING_EM * em;
  const measureName = (text: string) => options.measureText(text, em * NAME_FONT, 700);
  const names = heads.map(({ participant: { name, drawn } }) =>
    breakLines(name, inner - (drawn?.sign ? (ICON_EM + ICON_GAP_EM) * em : 0), measureName),
  );
  const nameHeight = Math.max(...names.map((lines) => lines.length)) * HEAD_LINE_EM * NAME_FONT * em;
  const memoryTop = above + (MARGIN_EM + 2 * PADDING_EM) * em + nameHeight;
  const contents = heads.map((head) => memoryBoxOf(head, inner - 2 * PADDING_EM * em, options));
  const memoryHeight = Math.max(
    options.memoryHeightMin ?? MEMORY_EM * em,
    ...contents.map(({ height }) => height + 2 * PADDING_EM * em),
  );
  const height = memoryTop + memoryHeight + PADDING_EM * em - MARGIN_EM * em - above;
  const laid = heads.map((head, index): LaidHead => {
    const x = (columns.get(head.participant.id) ?? 0) - headWidth / 2;
    const memory = { x: x + PADDING_EM * em, y: memoryTop, width: inner, height: memoryHeight };
    const content = contents[index];
    const left = memory.x + PADDING_EM * em;
    const top = memory.y + PADDING_EM * em;
    return {
      head,
      box: { x, y: above + MARGIN_EM * em, width: headWidth, height },
      nameLines: names[index] ?? [],
      memory,
      chips: (content?.chips ?? []).map((each) => ({
        ...each,
        box: { ...each.box, x: each.box.x + left, y: each.box.y + top },
      })),
      remarkLines: content?.remarkLines ?? [],
      remarkTop: top + (content?.remarkTop ?? 0),
    };
  });
  const bottom = above + MARGIN_EM * em + height + BELOW_EM * em;
  const laidGroups = groups.map((group): LaidGroup => {
    const { left, right } = edgesOfGroup(group, lifelines);
    const box = { x: left, y: 0.15 * em, width: right - left, height: bottom - 0.15 * em };
    const [nameLine = ''] = labelLines(group.name, box.width - em, measureName);
    return { group, nameLine, box };
  });
  return { heads: laid, groups: laidGroups, height: bottom };
}

interface MemoryBox {
  readonly chips: readonly LaidChip[];
  readonly remarkLines: readonly string[];
  readonly remarkTop: number;
  readonly height: number;
}

/** Chips in rows, from left to right, and the remark below; from the memory's own corner. */
function memoryBoxOf(
  { chips, remark }: Head,
  width: number,
  { fontPx: em, measureText }: Options,
): MemoryBox {
  const fontPx = em * CHIP_FONT;
  const measure = (text: string) => measureText(text, fontPx, 600);
  const padding = CHIP_PADDING_EM * em;
  const laid: LaidChip[] = [];
  let [x, y, rowHeight] = [0, 0, 0];
  for (const chip of chips) {
    const lines = breakLines(chip.text, width - 2 * padding, measure);
    const box = {
      width: Math.max(...lines.map(measure)) + 2 * padding,
      height: lines.length * HEAD_LINE_EM * fontPx + padding,
    };
    if (x > 0 && x + box.width > width) {
      y += rowHeight + CHIP_GAP_EM * em;
      [x, rowHeight] = [0, 0];
    }
    laid.push({ chip, lines, box: { ...box, x, y } });
    x += box.width + CHIP_GAP_EM * em;
    rowHeight = Math.max(rowHeight, box.height);
  }
  const remarkTop = laid.length === 0 ? 0 : y + rowHeight + CHIP_GAP_EM * em;
  const remarkLines = remark === null ? [] : breakLines(remark, width, measure);
  const height = remarkTop + remarkLines.length * HEAD_LINE_EM * fontPx;
  return { chips: laid, remarkLines, remarkTop, height };
}
