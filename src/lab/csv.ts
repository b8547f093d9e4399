/** Every run of a study as a table: comma-separated values (RFC 4180). */
import { measureIds } from './measures.ts';
import { placeOf, type Results } from './results.ts';
import { pointsOf } from './study.ts';

export function csvOf(results: Results): string {
  const { study } = results;
  const points = pointsOf(study);
  const head = ['strategy', ...study.axes.map(({ parameter }) => parameter), 'seed', ...measureIds];
  const rows = [...results.units()].flatMap(({ unit, numbers }) => {
    const { point: index, round } = placeOf(unit, points.length);
    const point = points[index];
    if (point === undefined || numbers === null) return [];
    return [[point.strategy, ...point.at, study.seed + round, ...numbers]];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Names and numbers need no quotes, but a future one may. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
