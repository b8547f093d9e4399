/** The glossary's words. Each language has them in a chunk of their own. */
import type { TermId } from '../../../lessons/glossary.ts';
import type { LanguageId } from '../../../url/languages.ts';

export interface GlossaryWords {
  /** The language of each term's second name. */
  readonly secondLanguage: LanguageId;
  readonly terms: Readonly<Record<TermId, TermWords>>;
  readonly search: string;
  count(terms: number): string;
  nothingFound(query: string): string;
  /** For the link from a term in a caption to the glossary. */
  readonly inGlossary: string;
  /**
   * Regular expression for what can follow a term within a word, such as Korean particles. Empty where words have no
   * such endings.
   */
  readonly endings: string;
}

interface TermWords {
  readonly term: string;
  readonly inSecondLanguage: string;
  /** One or two sentences. */
  readonly meaning: string;
  /** Forms in running text. Empty for a term whose forms would match other meanings. */
  readonly forms: readonly string[];
}
