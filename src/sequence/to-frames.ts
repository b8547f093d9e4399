/**
 * Renders a diagram's steps as frames of a film. All have the same size, with heads and captions in fixed positions.
 */
import { PACKET_EM } from './geometry/sizes.ts';
import type { Interruptible } from './interruptible.ts';
import type { LaidRow } from './layout-model.ts';
import type { SequenceDiagram } from './model.ts';
import { svgCaption } from './svg-caption.ts';
import type { Brush } from './svg-rows.ts';
import type { Shown } from './svg-shown.ts';
import { composed, headsOf, layingOutPicture, type PictureStyle } from './to-svg.ts';
import { rowOfStop, type ShownRows, shownRows } from './walk-stops.ts';

/** Path of a frame's message, for the packet that travels on it. Pixels of the frame. */
export interface Journey {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** From its end up to its start. */
  readonly rise: number;
  /** Of the packet. */
  readonly radius: number;
  /** In CSS notation. */
  readonly colour: string;
}

interface Frame {
  readonly svg: string;
  /** Null when nothing travels between lifelines. */
  readonly journey: Journey | null;
}

export interface Frames {
  readonly width: number;
  readonly height: number;
  /** @param stop An index from 0. */
  frameAt(stop: number): Frame;
}

/** Width to height, as screens and players have it. */
export const FRAME_ASPECT = 16 / 9;

/** @param first The film's first stop, an index from 0. It has `count` stops. */
export function* toFrames(
  diagram: SequenceDiagram,
  { first, count }: { readonly first: number; readonly count: number },
  style: PictureStyle,
): Interruptible<Frames> {
  const layout = yield* layingOutPicture(diagram, style);
  const { width, fontPx, lineHeight } = layout.metrics;
  const height = Math.round(width / FRAME_ASPECT);
  const steps = Array.from({ length: count }, (_, index) => rowOfStop(diagram, first + index));
  const memoryHeight = yield* largest(
    steps,
    (step) => headsOf(diagram, step, layout).heads[0]?.memory.height ?? 0,
  );
  const headsHeight = headsOf(diagram, steps[0] ?? 0, layout, memoryHeight).height;
  const captionHeight = yield* largest(steps, (step) => svgCaption(diagram, step, width, style).height);
  const roomHeight = Math.max(0, height - headsHeight - captionHeight);
  const brush = { palette: style.palette, width, fontPx, lineHeight };
  const frameAt = (stop: number): Frame => {
    const step = rowOfStop(diagram, stop);
    const row = layout.rows[step];
    const top = topOfRoom(layout.rows, { ...shownRows(diagram, step), step }, { roomHeight, lineHeight });
    const shown: Shown = { diagram, layout, step, top, bottom: top + roomHeight, brush, isWhole: false };
    const heads = headsOf(diagram, step, layout, memoryHeight);
    const caption = { ...svgCaption(diagram, step, width, style), height: captionHeight };
    const { svg } = composed({ shown, heads, headsHeight, caption, height }, style);
    return { svg, journey: journeyOf(row, headsHeight - top, brush) };
  };
  return { width, height, frameAt };
}

function* largest(steps: readonly number[], height: (step: number) => number): Interruptible<number> {
  let most = 0;
  for (const step of steps) {
    most = Math.max(most, height(step));
    yield;
  }
  return most;
}

interface ShownStep extends ShownRows {
  readonly step: number;
}

/**
 * The last row stands at the bottom, unless everything up to it fits. What is passed over below the present rows can be
 * higher than the room. Then the present rows stand at the top.
 */
function topOfRoom(
  rows: readonly LaidRow[],
  { step, to, present }: ShownStep,
  { roomHeight, lineHeight }: { readonly roomHeight: number; readonly lineHeight: number },
): number {
  const endOf = (row: LaidRow | undefined) => (row === undefined ? 0 : row.top + row.height);
  const toLast = endOf(rows[to]) + lineHeight - roomHeight;
  const fromPresent = rows[present[0]]?.top ?? 0;
  const toMessage = endOf(rows[step]) - roomHeight;
  return Math.max(0, toMessage, Math.min(toLast, fromPresent));
}

const colours = { request: 'request', reply: 'reply', failure: 'fail' } as const;

function journeyOf(row: LaidRow | undefined, offset: number, { palette, fontPx }: Brush): Journey | null {
  if (row?.kind !== 'message' || row.loop !== null) return null;
  const { x1, x2, y, rise } = row;
  return {
    x1,
    x2,
    y: y + offset,
    rise,
    radius: PACKET_EM * fontPx,
    colour: palette[colours[row.row.tone]],
  };
}
