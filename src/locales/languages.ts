/** Loads a language when it is wanted: each is a module of its own. */

import type { ViewText } from '../features/view-text.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { LanguageId } from '../url/link.ts';

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
