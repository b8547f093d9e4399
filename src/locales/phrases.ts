/** What several languages share. */

/** A text as a sentence: with a full stop, unless it ends with a mark of its own. */
export function ended(words: string): string {
  return /[.!?…:;]”?$/.test(words) ? words : `${words}.`;
}
