/** Tells the browser which language the page is in: for screen readers, hyphenation, fonts and line breaks. */
import { type LanguageId, languageById } from '../url/languages.ts';

export function showLanguage(id: LanguageId): void {
  const { documentElement } = document;
  documentElement.lang = id;
  documentElement.style.setProperty('--word-break', languageById(id)?.wordBreak ?? 'normal');
}
