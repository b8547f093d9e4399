/** Messages between the page and the worker that reads Mermaid text. */
import type { MermaidBlock } from './mermaid-blocks.ts';
import type { DiagramReading } from './read-mermaid.ts';

/** What only a page can answer. */
export type DomQuestion =
  | { readonly kind: 'colour'; readonly text: string }
  | { readonly kind: 'character'; readonly code: string }
  /** `isStyled` for markup that may have style elements. */
  | { readonly kind: 'markup'; readonly html: string; readonly isStyled: boolean };

/** Of a colour, whether it is one; otherwise the text. */
export type DomAnswer = string | boolean;

export type ReaderRequest =
  | { readonly kind: 'read'; readonly block: Pick<MermaidBlock, 'text' | 'line'> }
  /** In the order of the questions. */
  | { readonly kind: 'answers'; readonly answers: readonly DomAnswer[] };

export type ReaderAnswer =
  | { readonly kind: 'questions'; readonly questions: readonly DomQuestion[] }
  | { readonly kind: 'read'; readonly reading: DiagramReading };
