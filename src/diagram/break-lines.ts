/** Breaks running text into lines that fit. No DOM: text is measured by a function. */

/**
 * Breaks a text between words; inside a word only when the word alone is too wide. A line break in the text stays.
 *
 * @returns At least one line; an empty text is one empty line.
 */
export function breakLines(text: string, widthMax: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer) <= widthMax) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = breakWord(word, widthMax, measure);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    return [...lines, line];
  });
}

/** What a reader takes for one letter: a family of emoji, or a letter with its marks, is several characters. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function breakWord(word: string, widthMax: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment) > widthMax) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
