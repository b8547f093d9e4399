/**
 * Loads a language when a reader chooses it. Each language is a folder. It's three chunks: the words of what is loaded first,
 * those of the rest of the page, and those of diagrams, because the page opens with a diagram that was worded at build time.
 */

import type { StageText, ViewText } from '../features/view-text.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { LanguageId } from '../url/languages.ts';
import type { Language } from './language.ts';

const hasPseudoLocale = typeof __PSEUDO_LOCALE__ !== 'undefined' && __PSEUDO_LOCALE__;

const stageTexts = import.meta.glob<{ readonly stageText: StageText }>('./*/stage-text.ts');
const viewTexts = import.meta.glob<Pick<Language, 'viewText'>>('./*/view-text.ts');
const phrasebooks = import.meta.glob<Pick<Language, 'phrasebook'>>('./*/phrasebook.ts');

/** @throws If the language has no folder, or its module can't be fetched. */
export async function loadLanguage(id: LanguageId): Promise<Language> {
  const [viewText, phrasebook] = await Promise.all([loadViewText(id), loadPhrasebook(id)]);
  return { viewText, phrasebook };
}

/** @throws As `loadLanguage`. */
export async function loadStageText(id: LanguageId): Promise<StageText> {
  if (hasPseudoLocale && id === 'qps') return (await pseudoLanguage()).viewText;
  const load = stageTexts[`./${id}/stage-text.ts`];
  if (load === undefined) throw new Error(`src/locales has no folder for ${id}.`);
  return (await load()).stageText;
}

/** @throws As `loadLanguage`. */
export async function loadViewText(id: LanguageId): Promise<ViewText> {
  if (hasPseudoLocale && id === 'qps') return (await pseudoLanguage()).viewText;
  const load = viewTexts[`./${id}/view-text.ts`];
  if (load === undefined) throw new Error(`src/locales has no folder for ${id}.`);
  return (await load()).viewText;
}

/** @throws As `loadLanguage`. */
export async function loadPhrasebook(id: LanguageId): Promise<Phrasebook> {
  if (hasPseudoLocale && id === 'qps') return (await pseudoLanguage()).phrasebook;
  const load = phrasebooks[`./${id}/phrasebook.ts`];
  if (load === undefined) throw new Error(`src/locales has no folder for ${id}.`);
  return (await load()).phrasebook;
}

async function pseudoLanguage(): Promise<Language> {
  return (await import('./pseudo.ts')).pseudoLanguage();
}
