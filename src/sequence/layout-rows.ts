/**
 * Lays out a diagram: its lifelines side by side, its rows one below the other. The rules for what not every diagram has
 * are passed in, because the page draws its opening run before it has loaded them.
 */

import type { FurtherRules } from './further-rules.ts';
import type { Columns } from './imported-columns.ts';
import type { Interruptible } from './interruptible.ts';
import type { LaidRow, Layout, LayoutOptions } from './layout-model.ts';
import type { Participant, SequenceDiagram } from './model.ts';
import { neededRules } from './needed-rules.ts';
import type { PlacedFrames, Room } from './place-frames.ts';
import { slanted } from './place-message.ts';
import { placeRow } from './place-row.ts';
import { LINE_EM, Sheet } from './sheet.ts';

/** A comfortable distance of lifelines, with room for a question between them. */
const COLUMN_EM = 8.5;
/** Lifelines stand this close if all of them fit into the width then. Questions between them take more lines. */
const TIGHT_COLUMN_EM = 6.4;
/** A head has a power button, which is never smaller than a finger, and its name beside it. */
const TIGHT_COLUMN_PX = 132;
const FIRST_ROW_EM = 0.6;

export interface LayoutExtent {
  /**
   * An earlier layout. Rows that both diagrams start with are kept, so a branch is laid out only from where it departs, and
   * a layout that isn't complete is continued.
   */
  readonly before?: Layout | undefined;
  /** How many rows to lay out. Only those of diagrams without frames can be fewer than all. */
  readonly rowCount?: number;
}

/**
 * Row by row.
 *
 * @param rules May be null for a run of messages alone.
 */
export function* layOutRows(
  rules: FurtherRules | null,
  diagram: SequenceDiagram,
  options: LayoutOptions,
  { before, rowCount = diagram.steps.length }: LayoutExtent = {},
): Interruptible<Layout> {
  const em = options.fontPx;
  const isImported = diagram.imported !== undefined;
  const { width, columns, halves } = isImported
    ? yield* neededRules(rules).placeColumns(diagram, options)
    : equalColumns(diagram.participants, options);
  // A frame's width, and so its line breaks, depends on its contents. Only the rows of a run are kept.
  const canKeep = before !== undefined && diagram.frames.length === 0 && before.frames.length === 0;
  const isSlanted = diagram.drawsTransit === true;
  const isKept = canKeep && before.isSlanted === isSlanted && isAlike(before, columns, width, options);
  const kept = isKept ? before : undefined;
  const sheet = new Sheet(columns, width, options, isImported);
  const { frames, byRow, rooms } =
    diagram.frames.length === 0 ? unframed : yield* neededRules(rules).placeFrames(diagram, sheet);
  const rows = kept === undefined ? [] : kept.rows.slice(0, commonRows(kept, diagram));
  const end = frames.length === 0 ? Math.min(rowCount, diagram.steps.length) : diagram.steps.length;
  const lastKept = rows.at(-1);
  let top = lastKept === undefined ? FIRST_ROW_EM * em : lastKept.top + lastKept.height;
  for (let index = rows.length; index < end; index += 1) {
    const step = diagram.steps[index];
    if (step === undefined) break;
    const room = rooms.get(index);
    const slot = { index, top: top + (room?.above ?? 0), frame: byRow.get(index) };
    const placed = withRoom(placeRow(step.row, slot, sheet, rules), room);
    const laid = isSlanted ? slanted(placed, rows, em) : placed;
    rows.push(laid);
    top += laid.height;
    yield;
  }
  const metrics = kept?.metrics ?? { width, fontPx: em, lineHeight: LINE_EM * em };
  return {
    metrics,
    columns: kept?.columns ?? columns,
    halves: kept?.halves ?? halves,
    rows,
    frames,
    isSlanted,
    options,
  };
}

/** Whether its layout takes the further rules. */
export function needsFurtherRules({ imported, steps }: SequenceDiagram): boolean {
  return imported !== undefined || steps.some(({ row }) => row.kind !== 'message');
}

/** How many rows of the diagram an earlier layout with the same options has. */
export function keptRows(before: Layout, diagram: SequenceDiagram): number {
  const isAsBefore =
    before.isSlanted === (diagram.drawsTransit === true) &&
    before.columns.size === diagram.participants.length &&
    diagram.participants.every(({ id }) => before.columns.has(id));
  return isAsBefore && before.frames.length === 0 && diagram.frames.length === 0
    ? commonRows(before, diagram)
    : 0;
}

function widthOf(columns: number, { width, fontPx }: LayoutOptions): number {
  const isEnough = width >= columns * Math.max(TIGHT_COLUMN_EM * fontPx, TIGHT_COLUMN_PX);
  return isEnough ? width : Math.max(width, Math.ceil(columns * COLUMN_EM * fontPx));
}

/**
 * The least width of the same number of columns in CSS, for a stage whose width isn't known yet: none where all columns fit,
 * tightened if need be.
 *
 * @param em CSS length of the stage's font size.
 */
export function minWidthInCss(columns: number, em: string): string {
  const tight = `${columns} * max(${TIGHT_COLUMN_EM} * ${em}, ${TIGHT_COLUMN_PX}px)`;
  // A step function: too narrow by any part of a pixel gives the whole comfortable width.
  return `clamp(0px, (${tight} - 100%) * 99999, ${columns * COLUMN_EM} * ${em})`;
}

const unframed: PlacedFrames = { frames: [], byRow: new Map(), rooms: new Map() };

function withRoom(row: LaidRow, room: Room | undefined): LaidRow {
  if (room === undefined) return row;
  return { ...row, top: row.top - room.above, height: room.above + row.height + room.below };
}

/** Whether a row of both diagrams would be laid out alike. */
function isAlike(
  before: Layout,
  columns: ReadonlyMap<string, number>,
  width: number,
  { fontPx, measureText }: LayoutOptions,
): boolean {
  return (
    before.metrics.width === width &&
    before.options.fontPx === fontPx &&
    before.options.measureText === measureText &&
    before.columns.size === columns.size &&
    [...columns].every(([id, x]) => before.columns.get(id) === x)
  );
}

function commonRows({ rows }: Layout, { steps }: SequenceDiagram): number {
  const other = rows.findIndex(({ row }, index) => row !== steps[index]?.row);
  return other < 0 ? rows.length : other;
}

function equalColumns(participants: readonly Participant[], options: LayoutOptions): Columns {
  const width = widthOf(participants.length, options);
  const pitch = width / Math.max(1, participants.length);
  return {
    width,
    columns: new Map(participants.map(({ id }, index) => [id, Math.round(pitch * (index + 0.5))])),
    halves: new Map(participants.map(({ id }) => [id, pitch / 2])),
  };
}
