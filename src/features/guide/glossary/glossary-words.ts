/** The terms in words. A language brings them as a part of their own. */
import type { TermId } from '../../../lessons/glossary.ts';
import type { LanguageId } from '../../../url/languages.ts';

export interface GlossaryWords {
  /** The language in which each term is given a second time. */
  readonly secondLanguage: LanguageId;
  readonly terms: Readonly<Record<TermId, TermWords>>;
  readonly search: string;
  count(terms: number): string;
  nothingFound(query: string): string;
  /** Leads from a term in a caption to the glossary. */
  readonly inGlossary: string;
  /**
   * What may follow a term within a word, as a regular expression: particles, where a language puts them there. Empty
   * where a word ends with its last letter.
   */
  readonly endings: string;
}

interface TermWords {
  readonly term: string;
  readonly inSecondLanguage: string;
  /** One or two sentences. */
  readonly meaning: string;
  /** As it stands in running text. A term that would be found where something else is meant has none. */
  readonly forms: readonly string[];
}
