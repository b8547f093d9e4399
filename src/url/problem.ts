/** Problems with a link, as codes. The page words them, and shows the nearest thing that works. */

/** A key of the query has a value that can't be read, or that this page doesn't have. */
export interface ProblemWithValue {
  readonly kind:
    | 'unknown-lesson'
    | 'unknown-incident'
    | 'unknown-strategy'
    | 'unknown-language'
    | 'unknown-theme'
    | 'unknown-detail'
    | 'unknown-page'
    | 'unknown-scene'
    | 'unknown-focus'
    | 'unknown-hidden'
    | 'bad-step';
  readonly value: string;
}

export type Problem =
  | ProblemWithValue
  | {
      readonly kind: 'step-out-of-range' | 'diagram-step-out-of-range';
      readonly value: number;
      readonly shown: number;
    }
  /** Without the nodes that the link hides, no step would be left. */
  | { readonly kind: 'nothing-left' }
  /** The part after `#run=` can't be read: truncated, altered, or written by a later version. */
  | { readonly kind: 'bad-run' }
  | { readonly kind: 'later-version' }
  /** The part after `#diagram=` can't be read, or Mermaid can't read what is in it. */
  | { readonly kind: 'bad-diagram' }
  /** The diagram was too long for a link, and this browser doesn't have it. */
  | { readonly kind: 'diagram-not-here' }
  /** Commands of the link that belong to requests which this run doesn't make. */
  | { readonly kind: 'commands-not-taken'; readonly count: number }
  /** The other language's words couldn't be loaded. */
  | { readonly kind: 'language-not-loaded' }
  /** A needed part of the page couldn't be loaded. */
  | { readonly kind: 'part-not-loaded' }
  /** The browser keeps no preferences: in a private window, or with its storage full. */
  | { readonly kind: 'not-kept' }
  /** The browser has no room for the branches of this run, or keeps nothing: a reload loses them. */
  | { readonly kind: 'branches-not-kept' };

const VALUE_CHARACTERS_MAX = 60;

/** A value, truncated to fit into a message. */
export function excerpt(value: string): string {
  return value.length <= VALUE_CHARACTERS_MAX ? value : `${value.slice(0, VALUE_CHARACTERS_MAX)}…`;
}
