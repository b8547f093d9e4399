/** The part of a picture between heads and caption as SVG: the rows up to a step, and what lasts for several of them. */
import { edgesOfFrame, edgesOfGroup } from './enclosures.ts';
import { BAR_EM, type LaidFrame, type Layout } from './layout-model.ts';
import type { SequenceDiagram, Span } from './model.ts';
import { type Brush, svgRow, type Time } from './svg-rows.ts';
import { element } from './svg-text.ts';
import { tintedShape } from './svg-tint.ts';

/** What of a diagram is shown, at which step, and how. */
export interface Shown {
  readonly diagram: SequenceDiagram;
  readonly layout: Layout;
  readonly step: number;
  readonly top: number;
  readonly bottom: number;
  readonly brush: Brush;
  readonly isWhole: boolean;
}

/** Lifelines, what lasts for several steps, and the rows, each where the layout has it. */
export function svgShown(shown: Shown): string[] {
  return [...groups(shown), ...lifelines(shown), ...spans(shown), ...rows(shown)];
}

/** The boxes around participants, as far down as their lifelines. */
function groups({ diagram, layout, top, bottom, brush }: Shown): string[] {
  return diagram.groups.map((group) => {
    const { left, right } = edgesOfGroup(group, layout);
    return tintedShape('path', { d: `M${left} ${top}V${bottom}H${right}V${top}` }, group.tint, brush, 0.08);
  });
}

function lifelines({ layout, top, bottom, brush: { palette, fontPx } }: Shown): string[] {
  const line = { stroke: palette.lifeline, 'stroke-width': 0.16 * fontPx };
  return [...layout.columns.values()].map((x) => element('path', { d: `M${x} ${top}V${bottom}`, ...line }));
}

/** What lasts for several steps, as far as it has been stepped through. */
function spans({ diagram, layout, step, top, bottom, brush }: Shown): string[] {
  const { palette, fontPx } = brush;
  const y = (index: number) => layout.rows[index]?.y ?? 0;
  const end = (to: number | null) => (to === null || to > step ? bottom : y(to));
  const x = (participant: string) => layout.columns.get(participant) ?? 0;
  const isSeen = ({ from, to }: Span) => from <= step && y(from) <= bottom && end(to) >= top;
  const clear = 0.3 * fontPx;
  const covered = (at: number, from: number, to: number) =>
    element('rect', {
      x: at - clear / 2,
      y: from,
      width: clear,
      height: Math.max(0, to - from),
      fill: palette.surface,
    });
  const outages = diagram.outages.filter(isSeen).map(({ participant, from, to }) => {
    const at = x(participant);
    const dots = {
      stroke: palette.fail,
      'stroke-width': 0.14 * fontPx,
      'stroke-dasharray': `${0.15 * fontPx} ${0.5 * fontPx}`,
      'stroke-linecap': 'round',
    };
    return covered(at, y(from), end(to)) + element('path', { d: `M${at} ${y(from)}V${end(to)}`, ...dots });
  });
  const absences = diagram.absences
    .filter(({ from, to }) => to !== null || from <= step)
    .map(({ participant, from, to }) => covered(x(participant), to === null ? y(from) : 0, end(to)));
  const frames = layout.frames.map((frame) => frameBox(frame, layout, step, brush));
  const activations = diagram.activations.filter(isSeen).map(({ participant, from, to, tone, level }) => {
    const barWidth = BAR_EM * fontPx;
    return element('rect', {
      x: x(participant) + ((level - 1) * barWidth) / 2,
      y: y(from),
      width: barWidth,
      height: Math.max(barWidth, (to === null || to > step ? bottom : y(to)) - y(from)),
      rx: barWidth / 3,
      fill: palette[barColours[tone].ground],
      stroke: palette[barColours[tone].line],
      'stroke-width': 0.1 * fontPx,
    });
  });
  return [...outages, ...absences, ...frames, ...activations];
}

function frameBox(laid: LaidFrame, { rows }: Layout, step: number, brush: Brush): string {
  const { palette, fontPx } = brush;
  const { frame, left, right } = laid;
  const edges = edgesOfFrame(laid, rows, step);
  if (edges === null) return '';
  const { top, bottom } = edges;
  const box = { x: left, y: top, width: right - left, height: bottom - top, rx: 0.35 * fontPx };
  if (frame.kind === 'ground') return tintedShape('rect', box, frame.tint, brush);
  return element('rect', {
    ...box,
    fill: 'none',
    stroke: palette['control-line'],
    'stroke-width': 0.09 * fontPx,
  });
}

const barColours = {
  memory: { ground: 'memory-bg', line: 'memory-line' },
  failure: { ground: 'surface', line: 'fail' },
  plain: { ground: 'sunken', line: 'control-line' },
} as const;

function rows({ layout, step, top, bottom, brush, isWhole }: Shown): string[] {
  return layout.rows
    .filter((row) => row.index <= step && row.top + row.height > top && row.top < bottom)
    .map((row) => {
      const time: Time = isWhole ? 'equal' : row.index === step ? 'present' : 'past';
      return svgRow(row, time, brush);
    });
}
