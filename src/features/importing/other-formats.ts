/** What a file or a text is, besides Mermaid, Markdown and run files. */
import { looksLikePlantUml } from '../../sequence/plantuml/plantuml-source.ts';
import { looksLikeCapture, SNIFFED_CHARACTERS } from '../../sequence/recorded/looks-like-capture.ts';

export type OtherFormat =
  | { readonly kind: 'plantuml'; readonly text: string }
  | { readonly kind: 'recording'; readonly given: File | string };

const PLANTUML_NAME = /\.(?:puml|plantuml|pu|iuml|wsd)$/i;
/** A character takes up to four bytes. */
const PLANTUML_BYTES_MAX = 4_000_000;

/** @returns Null for anything else, also for a file that can't be read: opening it says so. */
export async function otherFormatOf(given: File | string): Promise<OtherFormat | null> {
  const name = typeof given === 'string' ? '' : given.name;
  const start = await startOf(given);
  if (start === null) return null;
  if (looksLikeCapture(start, name)) return { kind: 'recording', given };
  if (typeof given !== 'string' && given.size > PLANTUML_BYTES_MAX) return null;
  const text = typeof given === 'string' ? given : await given.text();
  const isPlantUml = PLANTUML_NAME.test(name) || (looksLikePlantUml(text) && !text.includes('```mermaid'));
  return isPlantUml ? { kind: 'plantuml', text } : null;
}

function startOf(given: File | string): Promise<string | null> {
  if (typeof given === 'string') return Promise.resolve(given.slice(0, SNIFFED_CHARACTERS));
  return given
    .slice(0, SNIFFED_CHARACTERS)
    .text()
    .catch(() => null);
}
