/** What could not be had, in codes: the page says it in words, and shows the nearest thing that works. */

/** A key of the query has a value that can't be read, or that this page doesn't have. */
export interface ProblemWithValue {
  readonly kind:
    | 'unknown-lesson'
    | 'unknown-strategy'
    | 'unknown-language'
    | 'unknown-theme'
    | 'unknown-detail'
    | 'unknown-page'
    | 'unknown-scene'
    | 'bad-step';
  readonly value: string;
}

export type Problem =
  | ProblemWithValue
  | { readonly kind: 'step-out-of-range'; readonly value: number; readonly shown: number }
  /** The part after `#run=` cannot be read: cut off, altered, or written by a later version. */
  | { readonly kind: 'bad-run' }
  | { readonly kind: 'later-version' }
  /** Commands of the link that belong to requests which this run does not make. */
  | { readonly kind: 'commands-not-taken'; readonly count: number }
  /** The other language's part of the page could not be fetched. */
  | { readonly kind: 'language-not-loaded' }
  /** What was asked for needs a part of the page that could not be fetched. */
  | { readonly kind: 'part-not-loaded' }
  /** The browser keeps no choices: in a private window, or with its storage full. */
  | { readonly kind: 'not-kept' };

const VALUE_CHARACTERS_MAX = 60;

/** As much of a value as fits into a message. */
export function excerpt(value: string): string {
  return value.length <= VALUE_CHARACTERS_MAX ? value : `${value.slice(0, VALUE_CHARACTERS_MAX)}…`;
}
