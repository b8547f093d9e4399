/** Reads a narration's words: Markdown's bold and code, and nothing else of it. */
import type { Phrase, PhrasePart } from './phrasebook.ts';

const MARKS = /\*\*([^*]+)\*\*|`([^`]+)`/g;

export function narrationPhrase(text: string): Phrase {
  const parts: PhrasePart[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) parts.push({ text: text.slice(from, to), tone: 'plain' });
  };
  for (const found of text.matchAll(MARKS)) {
    const [whole, bold, code] = found;
    plain(found.index);
    parts.push(
      bold === undefined
        ? { text: code ?? '', tone: 'plain', look: 'code' }
        : { text: bold, tone: 'plain', look: 'bold' },
    );
    from = found.index + whole.length;
  }
  plain(text.length);
  return parts;
}
