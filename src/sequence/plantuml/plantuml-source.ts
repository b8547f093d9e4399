/** The statements of a PlantUML text: the lines between `@startuml` and `@enduml`, without comments. */

export interface PlantUmlLine {
  readonly text: string;
  /** In the whole text, from 1. */
  readonly line: number;
}

const START = /^@startuml\b/i;
const END = /^@enduml\b/i;
/** Above it, a text can have a licence or a description. */
const HEADER_CHARACTERS_MAX = 20_000;

/** Whether a text contains the first line of a PlantUML diagram. */
export function looksLikePlantUml(text: string): boolean {
  return text
    .slice(0, HEADER_CHARACTERS_MAX)
    .split(/\r\n?|\n/)
    .some((line) => START.test(line.trim()));
}

export function plantUmlLines(text: string): readonly PlantUmlLine[] {
  const all = withoutBlockComments(text.replace(/^\uFEFF/, '')).split(/\r\n?|\n/);
  const first = all.findIndex((line) => START.test(line.trim()));
  const after = all.findIndex((line, index) => index > first && END.test(line.trim()));
  const last = after < 0 ? all.length : after;
  const lines: PlantUmlLine[] = [];
  for (let index = first + 1; index < last; index += 1) {
    const trimmed = (all[index] ?? '').trim();
    if (trimmed !== '' && !trimmed.startsWith("'")) lines.push({ text: trimmed, line: index + 1 });
  }
  return lines;
}

/** A block comment starts with `/'` and ends with `'/`. Lines keep their numbers. */
function withoutBlockComments(text: string): string {
  let code = '';
  let from = 0;
  for (;;) {
    const begins = text.indexOf("/'", from);
    const ends = begins < 0 ? -1 : text.indexOf("'/", begins + 2);
    if (ends < 0) return code + text.slice(from);
    const lineBreaks = text.slice(begins, ends).split('\n').length - 1;
    code += text.slice(from, begins) + '\n'.repeat(lineBreaks);
    from = ends + 2;
  }
}
