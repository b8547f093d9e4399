/** Incremental search, which also matches incomplete Korean syllables and initial consonants. */
import { disassemble, getChoseong } from 'es-hangul';

/** Whether each word of the query is found in one of the texts. An empty query matches everything. */
export function isFound(query: string, texts: readonly string[]): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const spelled = texts.map((text) => disassemble(text.toLowerCase()));
  return words.every((word) => {
    if (/^[ㄱ-ㅎ]+$/.test(word)) return texts.some((text) => getChoseong(text).includes(word));
    const letters = disassemble(word);
    return spelled.some((text) => text.includes(letters));
  });
}
