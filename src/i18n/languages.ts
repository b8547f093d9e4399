/** Loads a language when it is wanted: each is a module of its own. */
import type { Phrasebook } from '../diagram/phrasebook.ts';
import type { LanguageId } from '../share/link.ts';
import type { ViewText } from '../views/view-text.ts';

export interface Language {
  readonly phrasebook: Phrasebook;
  readonly viewText: ViewText;
}

const loaders: Record<LanguageId, () => Promise<Language>> = {
  ko: () => import('./ko/index.ts'),
  en: () => import('./en/index.ts'),
};

/** @throws When the module cannot be fetched. */
export function loadLanguage(id: LanguageId): Promise<Language> {
  return loaders[id]();
}
