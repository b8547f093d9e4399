/** Every run of a study as a table: comma-separated values (RFC 4180). */
import { measureIds } from './measures.ts';
import { placeOf, type Results } from './results.ts';
import { pointsOf } from './study.ts';

/** A line for the names and one for each run that didn't fail. */
export function* csvLines(results: Results): Generator<string> {
  const { study } = results;
  const points = pointsOf(study);
  yield lineOf(['strategy', ...study.axes.map(({ parameter }) => parameter), 'seed', ...measureIds]);
  for (const { unit, numbers } of results.units()) {
    const { point: index, round } = placeOf(unit, points.length);
    const point = points[index];
    if (point === undefined || numbers === null) continue;
    yield lineOf([point.strategy, ...point.at, study.seed + round, ...numbers]);
  }
}

function lineOf(row: readonly (string | number)[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

/** Names and numbers need no quotes, but a future one may. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
