/** Round values of an axis: multiples of 1, 2 or 5 times a power of ten. */

/** @returns As many as there can be, but no more than `max`. */
export function ticksIn(low: number, high: number, max: number): readonly number[] {
  const range = high - low;
  if (!(range > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(range / max));
  for (const factor of [1, 2, 5, 10, 20, 50, 100]) {
    const step = power * factor;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    const count = last - first + 1;
    // Multiplied and divided by whole numbers, so that 3 steps of 0.1 are 0.3.
    if (count <= max) {
      const perOne = Math.round(1 / step);
      return Array.from({ length: count }, (_, index) =>
        step < 1 ? (first + index) / perOne : (first + index) * step,
      );
    }
  }
  return [low, high];
}
