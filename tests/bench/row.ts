/** One line of the table that `npm run bench` prints. */

export interface Row {
  readonly what: string;
  readonly figure: string;
  /** Left out of a row that is for information. */
  readonly budget?: string;
  readonly isWithin?: boolean;
}

/** The middle of the values, or the value below which the given share of them lies. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
