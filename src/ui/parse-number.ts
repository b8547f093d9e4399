/** Numbers as people type them, with thousands separated or not. */

const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;
const WITH_COMMA = /^(\d+,\d*|,\d+)$/;

interface Options {
  /** Then a comma separates thousands only. */
  readonly isWhole?: boolean;
}

/**
 * "1,500" is 1500, as Korean and English write it, and "2,5" is 2.5.
 *
 * @returns NaN for text that isn't a number.
 */
export function parseNumber(text: string, { isWhole = false }: Options = {}): number {
  const typed = text.trim();
  const isNegative = /^[-−]/.test(typed);
  const size = sizeOf(isNegative ? typed.slice(1) : typed, isWhole);
  // Not -0.
  return isNegative ? 0 - size : size;
}

function sizeOf(digits: string, isWhole: boolean): number {
  if (GROUPED.test(digits)) return Number(digits.replaceAll(',', ''));
  if (PLAIN.test(digits)) return Number(digits);
  return !isWhole && WITH_COMMA.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
}
