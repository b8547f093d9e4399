/** Splits text by byte counts. A character is never split: it travels in one segment. */
import { utf8Bytes } from '../utf8.ts';

/** The longest prefix of `text` with at most `bytesMax` bytes, but at least one character; and the rest. */
export function splitText(text: string, bytesMax: number): readonly [head: string, rest: string] {
  let bytes = 0;
  let index = 0;
  for (const character of text) {
    bytes += utf8Bytes(character);
    if (bytes > bytesMax && index > 0) break;
    index += character.length;
  }
  return [text.slice(0, index), text.slice(index)];
}

/** `text` without its first bytes, or null when these end within a character or beyond the end. */
export function textAfter(text: string, bytes: number): string | null {
  if (bytes === 0) return text;
  const [head, rest] = splitText(text, bytes);
  return utf8Bytes(head) === bytes ? rest : null;
}
