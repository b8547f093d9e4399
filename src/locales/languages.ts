/** Loads a language when a reader chooses it. Each language is a folder with an `index.ts`, and a chunk of its own. */

import type { LanguageId } from '../url/languages.ts';
import type { Language } from './language.ts';

const loaders = import.meta.glob<Language>('./*/index.ts');

/** @throws If the language has no folder, or its module can't be fetched. */
export async function loadLanguage(id: LanguageId): Promise<Language> {
  if (typeof __PSEUDO_LOCALE__ !== 'undefined' && __PSEUDO_LOCALE__ && id === 'qps') {
    return (await import('./pseudo.ts')).pseudoLanguage();
  }
  const load = loaders[`./${id}/index.ts`];
  if (load === undefined) throw new Error(`src/locales has no folder for ${id}.`);
  return load();
}
