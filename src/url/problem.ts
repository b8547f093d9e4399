/** What could not be had, in codes: the page says it in words, and shows the nearest thing that works. */

export type Problem =
  | {
      readonly kind:
        | 'unknown-lesson'
        | 'unknown-strategy'
        | 'unknown-language'
        | 'unknown-theme'
        | 'unknown-detail'
        | 'unknown-page';
      readonly value: string;
    }
  | { readonly kind: 'bad-step' | 'unknown-scene'; readonly value: string }
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
