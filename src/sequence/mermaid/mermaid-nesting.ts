/**
 * Finds the line at which the frames of a Mermaid text are nested too deep. Mermaid's parser recurses over them and doesn't
 * tell their lines, so this looks before it parses.
 */
import { FRAMES_NESTED_MAX } from '../nesting.ts';

/** Everything that an `end` closes. */
const BEGINS = /^(?:loop|rect|opt|alt|par_over|par|critical|break|box)\b/i;
const ENDS = /^end\b\s*/i;

/** @returns The line from 1, or null. */
export function lineNestedTooDeep(code: string): number | null {
  let depth = 0;
  for (const [index, line] of code.split('\n').entries()) {
    for (const statement of statementsIn(line)) {
      let rest = statement.trim();
      // Several can stand in one line, and a frame after them.
      while (ENDS.test(rest)) {
        rest = rest.replace(ENDS, '');
        depth = Math.max(0, depth - 1);
      }
      if (BEGINS.test(rest)) depth += 1;
      if (depth > FRAMES_NESTED_MAX) return index + 1;
    }
  }
  return null;
}

/** A semicolon ends a statement, unless it ends an entity such as `#59;`. */
function statementsIn(line: string): readonly string[] {
  return line.includes(';') ? line.replace(/#\w+;/g, '').split(';') : [line];
}
