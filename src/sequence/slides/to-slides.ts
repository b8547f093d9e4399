/**
 * Makes slides of a diagram's steps. The caption is the title; below it the heads, and as many whole rows up to the
 * present one as fit, so that words keep their size in long diagrams.
 */
import { breakLines } from '../break-lines.ts';
import { absenceStripe } from '../geometry/absences.ts';
import { edgesOfFrame } from '../geometry/frame-edges.ts';
import { tintShare } from '../geometry/head-sizes.ts';
import { behindFirst } from '../geometry/row-order.ts';
import { cornerEm, lineEm } from '../geometry/sizes.ts';
import { barShape, outageStripe } from '../geometry/spans.ts';
import { isDimmed } from '../is-dimmed.ts';
import type { LaidHeads } from '../layout-heads.ts';
import type { Layout, MeasureText } from '../layout-model.ts';
import type { SequenceDiagram, Span } from '../model.ts';
import type { Palette } from '../palette.ts';
import type { Phrase } from '../phrasebook.ts';
import type { Brush } from '../svg-rows.ts';
import { greyBrush } from '../svg-shown.ts';
import { FRAME_ASPECT } from '../to-frames.ts';
import { headsOf, layoutPicture } from '../to-svg.ts';
import { type ShownRows, shownRows, shownStep } from '../walk-stops.ts';
import { slideGroup, slideHead } from './slide-heads.ts';
import type { Slide, SlideShape, Slides } from './slide-model.ts';
import { slideRow } from './slide-rows.ts';
import { boxOf, crossOf, lineOf, stroke } from './slide-shapes.ts';

/** A slide of one step, and what its speaker says besides. */
export interface SlidePlan {
  readonly step: number;
  /** Instead of the step's caption. */
  readonly title?: string;
  /** Above the step's own sentence. */
  readonly notes?: string;
}

interface SlideStyle {
  readonly palette: Palette;
  readonly measureText: MeasureText;
}

const TITLE_SHARE = 0.15;
/** How much wider the words can be in the font of a presentation program than in the page's, which is measured. */
const FONT_SLACK = 1.08;

export function toSlides(
  diagram: SequenceDiagram,
  plans: readonly SlidePlan[],
  { palette, measureText: measure }: SlideStyle,
): Slides {
  const style: SlideStyle = { palette, measureText: (...text) => FONT_SLACK * measure(...text) };
  const layout = slideLayout(diagram, style);
  const { width, fontPx, lineHeight } = layout.metrics;
  const height = Math.round(width / FRAME_ASPECT);
  const titleHeight = Math.round(TITLE_SHARE * height);
  const brush: Brush = { palette: style.palette, width, fontPx, lineHeight };
  const slideAt = (index: number): Slide => {
    const plan = plans[index];
    if (plan === undefined) throw new Error(`There is no slide ${index}.`);
    const { step, title, notes = '' } = plan;
    const present = shownStep(diagram, step);
    const { sentence = '', presenterNote = '' } = present ?? {};
    const words: Phrase = title === undefined ? (present?.caption ?? []) : [{ text: title, tone: 'plain' }];
    return {
      title: words,
      titlePx: titleFont(words, { width, titleHeight, fontPx }, style.measureText),
      notes: [notes, sentence, presenterNote].filter(Boolean).join('\n\n'),
      shapes: shapesAt({
        diagram,
        layout,
        step,
        shown: shownRows(diagram, step),
        brush,
        height,
        titleHeight,
      }),
    };
  };
  return { width, height, titleHeight, count: plans.length, slideAt };
}

/** Letters have at least this share of the size that they have in a narrow diagram, if broken words help. */
const LETTERS_SHARE = 0.7;
/** Words that are wider than these shares of a slide are broken then. */
const WORD_SHARES = [0.25, 0.12];
/** A layout with broken words is at least this much narrower. */
const NARROWER = 0.9;

function slideLayout(diagram: SequenceDiagram, { measureText }: SlideStyle): Layout {
  let layout = layoutPicture(diagram, { measureText });
  for (const wordShare of WORD_SHARES) {
    const { metrics, options } = layout;
    if (metrics.width * LETTERS_SHARE <= options.width) break;
    const broken = layoutPicture(diagram, { measureText, wordShare });
    if (broken.metrics.width <= NARROWER * metrics.width) layout = broken;
  }
  return layout;
}

/** In em of an arrow's words, the largest first. */
const TITLE_FONTS_EM = [1.8, 1.5, 1.25, 1];
const TITLE_LINE_EM = 1.25;
/** Programs break lines in their own way. */
const TITLE_WIDTH_SHARE = 0.9;

function titleFont(
  title: Phrase,
  {
    width,
    titleHeight,
    fontPx,
  }: { readonly width: number; readonly titleHeight: number; readonly fontPx: number },
  measureText: MeasureText,
): number {
  const text = title.map((part) => part.text).join('');
  const fits = TITLE_FONTS_EM.map((em) => em * fontPx).find((px) => {
    const lines = breakLines(text, width * TITLE_WIDTH_SHARE, (line) => measureText(line, px, 700));
    return lines.length * TITLE_LINE_EM * px <= titleHeight;
  });
  return fits ?? fontPx;
}

interface Sheet {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly shown: ShownRows;
  readonly brush: Brush;
  readonly height: number;
  readonly titleHeight: number;
}

/** Rows between `top` and `bottom` of the layout. */
interface Window extends Sheet {
  readonly top: number;
  readonly bottom: number;
  readonly firstRow: number;
}

function shapesAt(sheet: Sheet): readonly SlideShape[] {
  const { diagram, layout, step, brush, height, titleHeight } = sheet;
  const heads = headsOf(diagram, step, layout, 0);
  const headsTop = titleHeight;
  const rowsTop = headsTop + heads.height;
  const window = windowOf(sheet, height - rowsTop);
  const rows = movedDown([...spansBehind(window), ...bars(window), ...rowsIn(window)], rowsTop - window.top);
  return [
    ...movedDown(groupsOf(heads, height - headsTop, brush), headsTop),
    ...rows,
    ...movedDown(headShapes(heads, brush), headsTop),
  ];
}

function headShapes({ heads }: LaidHeads, brush: Brush): readonly SlideShape[] {
  return heads.flatMap((head) => slideHead(head, brush));
}

function groupsOf({ groups }: LaidHeads, bottom: number, brush: Brush): readonly SlideShape[] {
  return groups.map((group) => slideGroup(group, bottom, brush));
}

/** The present rows and as many whole rows above them as there's room for. */
function windowOf(sheet: Sheet, room: number): Window {
  const { rows, metrics } = sheet.layout;
  const { to, present } = sheet.shown;
  const last = rows[to];
  const end = (last === undefined ? 0 : last.top + last.height) + metrics.lineHeight / 2;
  const first = rows.find(({ top, index }) => index === present[0] || top >= end - room);
  const firstRow = first?.index ?? 0;
  const top = firstRow === 0 ? 0 : (first?.top ?? 0);
  return { ...sheet, top, bottom: top + room, firstRow };
}

function rowsIn(window: Window): readonly SlideShape[] {
  const { diagram, layout, shown, top, bottom, firstRow, brush } = window;
  const grey = greyBrush(brush);
  const shapes = behindFirst(layout.rows.slice(firstRow, shown.to + 1)).flatMap((row) => {
    const time = shown.timeOf(row.index);
    // What is passed over below the present rows can be higher than the slide.
    if (time === 'future' || (time === 'passed-over' && row.top + row.height > bottom)) return [];
    if (time === 'passed-over') return slideRow(row, 'past', grey);
    return slideRow(row, time, isDimmed(diagram, row.index, time) ? grey : brush);
  });
  return shapes.map((shape) => cutAbove(shape, top));
}

/** An arrow aslant can have departed above the window. A slide has nothing to cover it there. */
function cutAbove(shape: SlideShape, top: number): SlideShape {
  if (shape.kind !== 'line' || shape.y1 >= top || shape.y2 <= top) return shape;
  const { x1, y1, x2, y2 } = shape;
  return { ...shape, x1: x1 + ((top - y1) / (y2 - y1)) * (x2 - x1), y1: top, begin: 'none' };
}

/** Lifelines, outages, absences, frames and their backgrounds, cut to the window. */
function spansBehind(window: Window): readonly SlideShape[] {
  const { diagram, layout, top, bottom, brush } = window;
  const { reached: step } = window.shown;
  const { palette, fontPx } = brush;
  const lifeline = stroke(palette.lifeline, lineEm.lifeline * fontPx);
  const down = stroke(palette.fail, lineEm.lifeline * fontPx, 'dots');
  const cover = (ground: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }) => {
    const y = Math.max(top, ground.y);
    const end = Math.min(bottom, ground.y + ground.height);
    return end <= y ? null : { ...ground, y, height: end - y };
  };
  const covered = (span: Span) => {
    const box = cover(outageStripe(span, layout, step, bottom).ground);
    if (box === null || span.from > step) return [];
    const x = box.x + box.width / 2;
    return [boxOf(box, { fill: palette.surface }), lineOf([x, box.y, x, box.y + box.height], down)];
  };
  const absent = (span: Span) => {
    const ground = absenceStripe(span, layout, step, bottom);
    const box = ground === null ? null : cover(ground);
    if (box === null) return [];
    const cross = stroke(palette['ink-2'], lineEm.lifeEnd * fontPx);
    const end =
      span.to === null && box.y > top ? crossOf(box.x + box.width / 2, box.y, fontPx / 2, cross) : [];
    return [boxOf(box, { fill: palette.surface }), ...end];
  };
  return [
    ...[...layout.columns.values()].map((x) => lineOf([x, top, x, bottom], lifeline)),
    ...diagram.outages.flatMap(covered),
    ...diagram.absences.flatMap(absent),
    ...framesIn(window),
  ];
}

function framesIn({ layout, shown, top, bottom, brush }: Window): readonly SlideShape[] {
  const { palette, fontPx } = brush;
  return layout.frames.flatMap((laid) => {
    const edges = edgesOfFrame(laid, layout.rows, shown.to);
    if (edges === null || edges.bottom <= top || edges.top >= bottom) return [];
    const y = Math.max(top, edges.top);
    const box = {
      x: laid.left,
      y,
      width: laid.right - laid.left,
      height: Math.min(bottom, edges.bottom) - y,
    };
    const rx = cornerEm.frame * fontPx;
    const edge = lineEm.edge * fontPx;
    const { frame } = laid;
    return frame.kind === 'ground'
      ? [
          boxOf(
            { ...box, rx },
            { fill: frame.tint, fillOpacity: tintShare.ground, line: stroke(frame.tint, edge) },
          ),
        ]
      : [boxOf({ ...box, rx }, { line: stroke(palette['control-line'], edge) })];
  });
}

const barColours = {
  memory: { ground: 'memory-bg', line: 'memory-line' },
  failure: { ground: 'surface', line: 'fail' },
  plain: { ground: 'sunken', line: 'control-line' },
} as const;

function bars({ diagram, layout, shown, top, bottom, firstRow, brush }: Window): readonly SlideShape[] {
  const { reached: step } = shown;
  const { palette, fontPx } = brush;
  return diagram.activations.flatMap((activation) => {
    const { from, to, tone } = activation;
    if (from > step || (to !== null && to < firstRow)) return [];
    const shape = barShape(activation, layout, step);
    const y = Math.max(top, shape.y);
    const end = Math.min(bottom, shape.y + shape.height);
    if (end <= y) return [];
    const { ground, line } = barColours[tone];
    const paint = { fill: palette[ground], line: stroke(palette[line], lineEm.bar * fontPx) };
    return [boxOf({ ...shape, y, height: end - y }, paint)];
  });
}

function movedDown(shapes: readonly SlideShape[], by: number): readonly SlideShape[] {
  return shapes.map((shape) =>
    shape.kind === 'line'
      ? { ...shape, y1: shape.y1 + by, y2: shape.y2 + by }
      : { ...shape, box: { ...shape.box, y: shape.box.y + by } },
  );
}
