/** Looks for words as they are being typed: also for half a Korean syllable, and for first consonants alone. */
import { disassemble, getChoseong } from 'es-hangul';

/** Whether each word of the query is found in one of the texts. An empty query finds everything. */
export function isFound(query: string, texts: readonly string[]): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const spelled = texts.map((text) => disassemble(text.toLowerCase()));
  return words.every((word) => {
    if (/^[ㄱ-ㅎ]+$/.test(word)) return texts.some((text) => getChoseong(text).includes(word));
    const letters = disassemble(word);
    return spelled.some((text) => text.includes(letters));
  });
}
