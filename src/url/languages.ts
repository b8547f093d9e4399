/** The languages of the page. A language is one row here and a folder of the same name in `src/locales`. */

export interface LanguageInfo {
  /** BCP 47: the value of `?lang=`, of the page's `lang` attribute, and the name of the folder. */
  readonly id: string;
  /** What the language calls itself. */
  readonly name: string;
  /** CSS `word-break`. `keep-all` breaks lines at spaces only, which Korean needs. Use `normal` where words aren't spaced. */
  readonly wordBreak: 'keep-all' | 'normal';
}

const shipped = [
  { id: 'ko', name: '한국어', wordBreak: 'keep-all' },
  { id: 'en', name: 'English', wordBreak: 'keep-all' },
] as const satisfies readonly LanguageInfo[];

export type ShippedLanguageId = (typeof shipped)[number]['id'];

/** English made longer, accented and bracketed, to find texts that are cut off or not translated. */
const pseudo = { id: 'qps', name: '⟦Þšéûðô⟧', wordBreak: 'keep-all' } as const satisfies LanguageInfo;

export type LanguageId = ShippedLanguageId | typeof pseudo.id;

export const shippedLanguages: readonly ShippedLanguageId[] = shipped.map(({ id }) => id);

/** Those that a reader can choose. */
export const languages: readonly (LanguageInfo & { readonly id: LanguageId })[] =
  typeof __PSEUDO_LOCALE__ !== 'undefined' && __PSEUDO_LOCALE__ ? [...shipped, pseudo] : shipped;

/** For readers whose browser asks for none of them. */
export const defaultLanguage: ShippedLanguageId = 'en';

export function languageById(id: string | null | undefined): (typeof languages)[number] | undefined {
  return languages.find((language) => language.id === id);
}
