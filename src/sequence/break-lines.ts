/** Breaks running text into lines that fit. No DOM: text is measured by a function. */

/**
 * Breaks a text between words, or inside a word that is too wide on its own. Keeps line breaks of the text.
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

/**
 * Graphemes: an emoji family, or a letter with its marks, is several characters but one letter to a reader. Firefox
 * before 125 has no segmenter, and gives characters.
 */
const graphemesOf = 'Segmenter' in Intl ? segmented(new Intl.Segmenter(undefined)) : Array.from<string>;

function segmented(segmenter: Intl.Segmenter): (text: string) => string[] {
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function breakWord(word: string, widthMax: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const grapheme of graphemesOf(word)) {
    // What is left after a joint can still be too wide.
    while (piece.length > 0 && measure(piece.join('') + grapheme) > widthMax) {
      const end = jointIn(piece, grapheme);
      pieces.push(piece.slice(0, end).join(''));
      piece = piece.slice(end);
    }
    piece.push(grapheme);
  }
  return [...pieces, piece.join('')];
}

/** An address or an identifier is broken after one of these, or before a capital letter. */
const JOINT = /^[/?&=.,:;_\-)\]}]$/;
const SMALL = /^[\p{Ll}\p{N}]$/u;
const CAPITAL = /^\p{Lu}$/u;
/** A piece is at least this share of what fits. */
const PIECE_SHARE = 0.25;

/** Where a piece of a word ends: at its last joint, before its last capital letter, or where nothing more fits. */
function jointIn(piece: readonly string[], next: string): number {
  let capital: number | null = null;
  for (let end = piece.length; end > piece.length * PIECE_SHARE; end -= 1) {
    const [before = '', after = next] = [piece[end - 1], piece[end]];
    if (JOINT.test(before)) return end;
    if (SMALL.test(before) && CAPITAL.test(after)) capital ??= end;
  }
  return capital ?? piece.length;
}

/** Longer labels are truncated. The list of steps has more of the text. */
const LABEL_CHARACTERS_MAX = 1_000;
const LABEL_LINES_MAX = 12;
/** The same for texts that their author has laid out, such as a JSON body, and for all of an imported diagram. */
export const OWN_LINES_MAX = 60;

/** The lines of a label of any length. A truncated label ends with an ellipsis. */
export function labelLines(
  text: string,
  widthMax: number,
  measure: (text: string) => number,
  linesMax = text.includes('\n') ? OWN_LINES_MAX : LABEL_LINES_MAX,
): readonly string[] {
  const lines = breakLines(text.slice(0, LABEL_CHARACTERS_MAX), widthMax, measure);
  if (text.length <= LABEL_CHARACTERS_MAX && lines.length <= linesMax) return lines;
  const shown = lines.slice(0, linesMax);
  const letters = graphemesOf(shown.pop() ?? '');
  while (letters.length > 1 && measure(`${letters.join('')}…`) > widthMax) letters.pop();
  return [...shown, `${letters.join('')}…`];
}

/** The minimum width at which no word of the label is broken. */
export function widestWord(text: string, measure: (text: string) => number): number {
  return Math.max(...text.slice(0, LABEL_CHARACTERS_MAX).split(/[ \n]/).map(measure));
}
