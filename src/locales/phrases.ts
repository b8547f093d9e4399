/** Code that several languages share. */

/** A sentence: with a full stop, unless the text already ends with a mark. */
export function ended(words: string): string {
  return /[.!?…:;]”?$/.test(words) ? words : `${words}.`;
}
