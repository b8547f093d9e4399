/**
 * How much of an imported diagram's texts is shown. A link of a few hundred characters can hold a text of hundreds of
 * thousands, which would take the browser seconds at each step. The diagram's source has all of it.
 */
import type { ImportedDiagram } from './imported-diagram.ts';
import type { Phrase, PhrasePart } from './phrasebook.ts';

/** Of a name, a title, or the label of a link. */
const NAME_CHARACTERS_MAX = 300;
/** Of what one row says, in the caption and in the list of steps. */
const ROW_CHARACTERS_MAX = 2_000;
/** Of what all rows of one step say. */
const STEP_CHARACTERS_MAX = 5_000;

/** The start of a longer text, with an ellipsis. */
function startOf(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  // Never splits a surrogate pair.
  return `${text.slice(0, charactersMax - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

export function startOfName(text: string): string {
  return startOf(text, NAME_CHARACTERS_MAX);
}

export function startOfRow(text: string): string {
  return startOf(text, ROW_CHARACTERS_MAX);
}

export function startOfStep(text: string): string {
  return startOf(text, STEP_CHARACTERS_MAX);
}

export function startOfPhrase(phrase: Phrase): Phrase {
  let left = STEP_CHARACTERS_MAX;
  const start: PhrasePart[] = [];
  for (const piece of phrase) {
    if (left <= 0) break;
    const text = startOf(piece.text, left);
    start.push(text === piece.text ? piece : { ...piece, text });
    left -= piece.text.length;
  }
  return start;
}

/** The same diagram with names of a limited length. Messages and notes keep their texts. */
export function withShortNames(imported: ImportedDiagram): ImportedDiagram {
  const { title, participants, boxes } = imported;
  return {
    ...imported,
    title: startOfName(title),
    participants: participants.map((each) => ({
      ...each,
      name: startOfName(each.name),
      links: each.links.map(({ label, target }) => ({ label: startOfName(label), target })),
    })),
    boxes: boxes.map((each) => ({ ...each, name: startOfName(each.name) })),
  };
}
