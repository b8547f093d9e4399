/** Escapes and reads labels of PlantUML: its Creole marks, and `<U+XXXX>` for single characters. */

import { withReadableFormulas } from './plantuml-formulas.ts';

/** Characters, or pairs of them, that PlantUML's preprocessor or Creole would interpret anywhere in a label. */
const SYNTAX = /[\\<~%$&"]|\*(?=\*)|_(?=_)|\/(?=[/'])|'(?=\/)|-(?=-)|=(?==)|\.(?=\.)|\[(?=\[)|\{(?=\{)/g;

/** Characters that mean something at the start of a line: lists, headings, tables, comments and directives. */
const LEADING = /^[*#=|!':;@+\-.[\]{}/]/;

export function escapedLabel(words: string): string {
  return words
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(SYNTAX, unicode).replace(LEADING, unicode))
    .join('\\n');
}

function unicode(found: string): string {
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `<U+${code}>${found.slice(1)}`;
}

const LINE_BREAK = /\\[nlr]|%n\(\)|%newline\(\)|<br ?\/?>/i;
const TAGS = /<\/?(?:b|i|u|s|w|color|size|back|font|plain|code|sub|sup)(?::[^<>]*| [^<>]*)?>/gi;
const CHARACTER = /<U\+([0-9a-f]{4,6})>|&#(\d{1,7});|~(.)/giu;
const MARKS = /\*\*|__|""|~~/g;

/** Formatting is removed, because the stage has its own. */
export function readLabel(label: string): string {
  return withReadableFormulas(label)
    .split(LINE_BREAK)
    .map((line) => readCharacters(line.replace(TAGS, '').replace(MARKS, '').trim()))
    .join('\n');
}

function readCharacters(line: string): string {
  return line.replace(CHARACTER, (all, hex?: string, decimal?: string, plain?: string) => {
    if (plain !== undefined) return plain;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
