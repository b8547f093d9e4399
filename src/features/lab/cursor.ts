/** The point that is looked at, by pointer or by keys. Hover and focus are one state. */
import type { PlotData, PlotPoint } from './plot-data.ts';

/** The index of a point in its study. */
export type Cursor = number | null;

export function pointAt({ series }: PlotData, cursor: Cursor): PlotPoint | undefined {
  for (const { points } of series) {
    const found = points.find(({ point }) => point.index === cursor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Arrow keys move along a line and between lines: up goes to the next higher line at the same place. */
export function moved(data: PlotData, from: PlotPoint, code: string): PlotPoint | undefined {
  const own = data.series.find(({ strategy }) => strategy === from.point.strategy);
  if (own === undefined) return undefined;
  const at = (column: number, row: number) =>
    own.points.find((each) => each.column === column && each.row === row);
  const isHeat = data.study.axes.length > 1;
  switch (code) {
    case 'ArrowLeft':
      return at(from.column - 1, from.row);
    case 'ArrowRight':
      return at(from.column + 1, from.row);
    case 'Home':
      return own.points.find(({ row }) => row === from.row);
    case 'End':
      return own.points.findLast(({ row }) => row === from.row);
    case 'ArrowUp':
      return isHeat ? at(from.column, from.row + 1) : neighbour(data, from, 1);
    case 'ArrowDown':
      return isHeat ? at(from.column, from.row - 1) : neighbour(data, from, -1);
    default:
      return undefined;
  }
}

/** Lines that coincide are taken in their order. */
function neighbour({ series }: PlotData, from: PlotPoint, by: 1 | -1): PlotPoint | undefined {
  const here = series
    .flatMap(({ points }) => points.filter(({ column }) => column === from.column))
    .sort((one, other) => one.summary.median - other.summary.median || other.point.index - one.point.index);
  return here[here.indexOf(from) + by];
}
