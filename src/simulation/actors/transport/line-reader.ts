/** The complete lines of a text, without line feeds, and the rest. */
export function linesIn(text: string): { readonly lines: readonly string[]; readonly partial: string } {
  const lines = text.split('\n');
  const partial = lines.pop() ?? '';
  return { lines, partial };
}
