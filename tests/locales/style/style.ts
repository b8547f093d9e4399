/** How a language is written here: one table per language in this folder, named after the language. */

export interface Pattern {
  /** Matches what falls short. Without the flag `g`. */
  readonly pattern: RegExp;
  /** What to write instead, and why. */
  readonly because: string;
  /** Files where the words are the subject, relative to `src`. */
  readonly allowedIn?: RegExp;
}

export interface Style {
  readonly patterns: readonly Pattern[];
  /** Words in one sentence, separated by spaces. */
  readonly maxWords: number;
  /** The same for one sentence of the diagram, which a class reads from the back row. */
  readonly captionMaxWords: number;
}
