/** The complete lines of a text, without their line feeds, and what comes behind the last one. */
export function linesIn(text: string): { readonly lines: readonly string[]; readonly partial: string } {
  const lines = text.split('\n');
  const partial = lines.pop() ?? '';
  return { lines, partial };
}
