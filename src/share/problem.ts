/** What can be wrong with a link, in codes: the page says it in words, and shows the nearest run that works. */

export type LinkProblem =
  | {
      readonly kind: 'unknown-lesson' | 'unknown-strategy' | 'unknown-language' | 'unknown-theme';
      readonly value: string;
    }
  | { readonly kind: 'bad-step'; readonly value: string }
  | { readonly kind: 'step-out-of-range'; readonly value: number; readonly shown: number }
  /** The part after `#run=` cannot be read: cut off, altered, or written by a later version. */
  | { readonly kind: 'bad-run' }
  | { readonly kind: 'later-version' };
