/**
 * Finds the line of an error that Mermaid reports without one: the first line at which the truncated text has this
 * error.
 */

/** The search parses the text once per halving. */
const LINES_MAX = 2_000;
const OPENS = /^\s*(?:loop|rect|opt|alt|par|par_over|critical|break|box)\b/i;
const ENDS = /^end ?;?$/i;

/**
 * @param messageOf Mermaid's error message for a text, or null when it can be parsed.
 * @returns The line from 1, or null when it can't be determined.
 */
export async function lineOfError(
  code: string,
  message: string,
  messageOf: (code: string) => Promise<string | null>,
): Promise<number | null> {
  const lines = code.split('\n');
  if (lines.length > LINES_MAX) return null;
  const hasIt = async (count: number) => (await messageOf(cutOff(lines, count))) === message;
  let [without, withIt] = [0, lines.length];
  while (withIt - without > 1) {
    const middle = (without + withIt) >> 1;
    if (await hasIt(middle)) withIt = middle;
    else without = middle;
  }
  return (await hasIt(withIt)) ? withIt : null;
}

/** The first lines, with an `end` for each frame that is still open. */
function cutOff(lines: readonly string[], count: number): string {
  const first = lines.slice(0, count);
  const open =
    first.filter((line) => OPENS.test(line)).length - first.filter((line) => ENDS.test(line.trim())).length;
  return [...first, ...Array.from({ length: Math.max(0, open) }, () => 'end')].join('\n');
}
