/** The strip below the track: a bar per position, whose height is the share of re-runs that still break. */

/**
 * @param shares By position of the track. Null where nothing is known.
 * @returns Path data from 0 to the last position across, and from 1 up to 0.
 */
export function shapeOf(shares: readonly (number | null)[]): string {
  const last = shares.length - 1;
  return shares
    .map((share, place) => {
      if (share === null || share === 0) return '';
      const [left, right] = [Math.max(0, place - 0.5), Math.min(last, place + 0.5)];
      return `M${left} 1V${1 - share}H${right}V1Z`;
    })
    .join('');
}
